"""Takes a package for the omgevingsplan apart again, knowing only the standards: what norm, what value, where, in what words.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

from osgeo import ogr

ogr.UseExceptions()
HREF = "{http://www.w3.org/1999/xlink}href"
BLOCKS = {"Al", "entry", "Opschrift"}


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def child(element, *names):
    """The first descendant along these local names, or None."""
    for name in names:
        element = next((c for c in element if local(c) == name), None)
        if element is None:
            return None
    return element


def text_of(element, *names):
    found = child(element, *names)
    return None if found is None else "".join(found.itertext()).strip()


def all_named(root, name):
    return [e for e in root.iter() if local(e) == name]


def refs(element, name):
    return [e.get(HREF) for e in all_named(element, name)]


def polygon_of(element):
    """The geometry under a basisgeo:geometrie as OGR has it."""
    surface = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in all_named(element, "Polygon"):
        shape = ogr.Geometry(ogr.wkbPolygon)
        rings = [c for c in polygon if local(c) in ("exterior", "interior")]
        for ring in rings:
            numbers = [float(n) for n in " ".join(p.text for p in ring.iter() if local(p) in ("posList", "pos")).split()]
            line = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in zip(numbers[::2], numbers[1::2]):
                line.AddPoint_2D(x, y)
            shape.AddGeometry(line)
        surface.AddGeometry(shape)
    return surface


@dataclass
class Value:
    """One normwaarde with its place; `number` is None where the value stands in the text."""
    norm: str
    kind: str          # kwantitatief, kwalitatief, in de tekst
    value: str
    unit: str
    places: list       # ids of Gebied or Ambtsgebied
    texts: list = field(default_factory=list)  # words of the artikelen and leden whose rules have the norm


class Package:
    def __init__(self, folder):
        self.files = {path.name: ET.fromstring(path.read_bytes()) for path in folder.iterdir() if path.suffix in (".xml", ".gml")}
        self.besluit = next(root for root in self.files.values() if local(root) == "AanleveringBesluit")
        self.ow = [root for root in self.files.values() if local(root) == "owBestand"]
        self.geometries = {}   # basisgeo:id -> (geometry, value in the GIO, FRBRExpression of the GIO)
        for root in self.files.values():
            if local(root) == "GeoInformatieObjectVaststelling":
                self.read_gio(root)
        self.gebied = {text_of(g, "identificatie"): refs(g, "GeometrieRef")[0] for ow in self.ow for g in all_named(ow, "Gebied")}
        self.ambtsgebieden = {text_of(g, "identificatie") for ow in self.ow for g in all_named(ow, "Ambtsgebied")}
        self.element_of = {e.get("wId"): e for e in self.besluit.iter() if e.get("wId")}
        self.w_id_of = {text_of(r, "identificatie"): r.get("wId") for ow in self.ow for r in all_named(ow, "Regeltekst")}
        self.texts_of_norm = {}
        self.places_of_rule = []
        for ow in self.ow:
            for rule in all_named(ow, "RegelVoorIedereen"):
                words = self.words(self.element_of[self.w_id_of[refs(rule, "RegeltekstRef")[0]]])
                for norm in refs(rule, "OmgevingsnormRef"):
                    self.texts_of_norm.setdefault(norm, []).append(words)
        self.values = [value for ow in self.ow for norm in all_named(ow, "Omgevingsnorm") for value in self.read_norm(norm)]

    def read_gio(self, root):
        expression = text_of(next(e for e in root.iter() if local(e) == "GeoInformatieObjectVersie"), "FRBRExpression")
        for place in all_named(root, "Locatie"):
            value = next((text_of(place, n) for n in ("kwantitatieveNormwaarde", "kwalitatieveNormwaarde") if child(place, n) is not None), None)
            geometry = child(place, "geometrie", "Geometrie")
            assert text_of(geometry, "id") not in self.geometries, "the same geometry twice"
            self.geometries[text_of(geometry, "id")] = (polygon_of(child(geometry, "geometrie")), value, expression)

    def read_norm(self, norm):
        for value in all_named(norm, "Normwaarde"):
            for name, kind in (("kwantitatieveWaarde", "kwantitatief"), ("kwalitatieveWaarde", "kwalitatief"), ("waardeInRegeltekst", "in de tekst")):
                if child(value, name) is not None:
                    yield Value(text_of(norm, "naam"), kind, text_of(value, name), (text_of(norm, "eenheid") or "").rsplit("/", 1)[-1],
                                refs(value, "LocatieRef"), self.texts_of_norm.get(text_of(norm, "identificatie"), []))

    def area(self, value):
        """Union of its places, or None for the whole gemeente."""
        if any(place in self.ambtsgebieden for place in value.places):
            return None
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for place in value.places:
            geometry, in_gio, _ = self.geometries[self.gebied[place]]
            assert value.kind == "in de tekst" or in_gio == value.value, f"GIO {in_gio}, OW {value.value}"
            whole = whole.Union(geometry)
        return whole

    @staticmethod
    def words(element):
        """The words of a part without its number and heading, single blanks between."""
        parts = [" ".join("".join(e.itertext()).split()) for e in element.iter() if local(e) in ("Al", "entry")]
        return " ".join(part for part in parts if part)

    def paragraphs(self):
        """Every paragraph, cell and heading of the regeling, without those that refer to an information object."""
        regeling = next(e for e in self.besluit.iter() if local(e) in ("RegelingMutatie", "RegelingCompact"))
        found = []
        for part in regeling:
            for chapter in ([part] if local(part) != "VoegToe" else list(part)):
                if local(chapter) in ("Nummer", "Wat", "Bijlage"):
                    continue
                for element in chapter.iter():
                    if local(element) in BLOCKS and not all_named(element, "IntIoRef") and not (local(element) == "entry" and all_named(element, "Al")):
                        found.append(" ".join("".join(element.itertext()).split()))
        return [p for p in found if p]
