"""Reads an IMRO2008 or IMRO2012 GML of a bestemmingsplan as a Plan.

Only what a drawn map shows is taken; the reader of the program itself is another and is not used here.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import xml.etree.ElementTree as ElementTree

from osgeo import ogr

from .plan import Area, Plan, Value, only_polygons, plain_kind, tell_apart, union

KINDS = {k: k.lower() for k in ("Enkelbestemming", "Dubbelbestemming", "Bouwvlak", "Maatvoering", "Functieaanduiding", "Bouwaanduiding",
                                "Gebiedsaanduiding")}


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def id_of(element):
    """gml:id, whatever the version of GML; else the identification."""
    return next((v for k, v in element.attrib.items() if k.endswith("}id")), text_of(element, "identificatie"))


def text_of(element, name):
    for e in element.iter():
        if local(e) == name and e.text and e.text.strip():
            return e.text.strip()
    return ""


def shape_of(element):
    """The ground of an object: arcs become chords of four degrees."""
    for e in element:
        if local(e) == "geometrie" and len(e):
            gml = ElementTree.tostring(e[0], encoding="unicode")
            shape = ogr.CreateGeometryFromGML(gml)
            shape = only_polygons(shape.GetLinearGeometry(4.0))
            return shape if shape.IsValid() else only_polygons(shape.MakeValid())
    return None


def values_of(element):
    found = []
    for info in element.iter():
        if local(info) != "WaardeEnType":
            continue
        kind, value = text_of(info, "waardeType"), text_of(info, "waarde").replace(",", ".")
        if kind.startswith("other"):  # the name then says what it is
            kind = text_of(element, "naam")
        found.append(Value(plain_kind(kind), value))
    return found


def read(path):
    root = ElementTree.parse(path).getroot()
    objects = [o for member in root for o in member]
    head = next(o for o in objects if local(o) == "Bestemmingsplangebied")
    areas = []
    for o in objects:
        shape = shape_of(o) if local(o) in KINDS else None
        if shape is None or shape.IsEmpty():
            continue
        label = next((text_of(e, "tekst") for e in o if local(e) == "labelInfo"), "")
        areas.append(Area(KINDS[local(o)], id_of(o), text_of(o, "naam"), shape, label, text_of(o, "artikelnummer"),
                          text_of(o, "bestemmingshoofdgroep"), values_of(o)))
    contour = shape_of(head) or union(a.shape for a in areas if a.kind == "enkelbestemming")
    return tell_apart(Plan(id_of(head), text_of(head, "naam"), text_of(head, "datum"), text_of(head, "planstatus"),
                   text_of(head, "naamOverheid"), contour, areas))
