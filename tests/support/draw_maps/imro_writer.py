"""Writes a plan as an IMRO2012 GML, in the form that desktop programs of its time gave it.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from xml.sax.saxutils import escape

from .plan import geojson

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<imro:FeatureCollectionIMRO xmlns:imro="http://www.geonovum.nl/imro/2012/1.1" xmlns:gml="http://www.opengis.net/gml/3.2" \
xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://www.geonovum.nl/imro/2012/1.1 http://schemas.geonovum.nl/imro/2012/1.1/IMRO2012.xsd" gml:id="collectie">
"""
CRS = 'srsName="urn:ogc:def:crs:EPSG::28992"'
UNIT_WORDS = {"m": " (m)", "degree": " (graden)", "%": " (%)", "m2": " (m2)", "m3": " (m3)", "count": "", "bouwlagen": ""}
CLASSES = {"enkelbestemming": "Enkelbestemming", "dubbelbestemming": "Dubbelbestemming", "bouwvlak": "Bouwvlak", "maatvoering": "Maatvoering",
           "functieaanduiding": "Functieaanduiding", "bouwaanduiding": "Bouwaanduiding", "gebiedsaanduiding": "Gebiedsaanduiding"}


class Writer:
    def __init__(self, plan):
        self.plan = plan
        self.number = 0

    def next_id(self):
        self.number += 1
        return f"g{self.number}"

    def surface(self, shape):
        parts = geojson(shape)
        polygons = [parts["coordinates"]] if parts["type"] == "Polygon" else parts["coordinates"]
        members = []
        for rings in polygons:
            text = ""
            for k, ring in enumerate(rings):
                tag = "exterior" if k == 0 else "interior"
                points = " ".join(f"{x:.3f} {y:.3f}" for x, y in ring)
                text += f"<gml:{tag}><gml:LinearRing><gml:posList>{points}</gml:posList></gml:LinearRing></gml:{tag}>"
            members.append(f'<gml:Surface gml:id="{self.next_id()}" {CRS}><gml:patches><gml:PolygonPatch>{text}</gml:PolygonPatch></gml:patches></gml:Surface>')
        if len(members) == 1:
            return members[0]
        inner = "".join(f"<gml:surfaceMember>{m}</gml:surfaceMember>" for m in members)
        return f'<gml:MultiSurface gml:id="{self.next_id()}" {CRS}>{inner}</gml:MultiSurface>'

    def identification(self, local, version=None):
        inner = f"<imro:namespace>NL.IMRO</imro:namespace><imro:lokaalID>{local}</imro:lokaalID>" + (f"<imro:versie>{version}</imro:versie>" if version else "")
        return f"<imro:identificatie><imro:NEN3610ID>{inner}</imro:NEN3610ID></imro:identificatie>"

    def head(self):
        plan = self.plan
        local, _, version = plan.imro_id.removeprefix("NL.IMRO.").rpartition("-")
        return (f'<imro:Bestemmingsplangebied gml:id="{plan.imro_id}">{self.identification(local, version)}'
                "<imro:typePlan>bestemmingsplan</imro:typePlan>"
                "<imro:beleidsmatigVerantwoordelijkeOverheid>gemeentelijke overheid</imro:beleidsmatigVerantwoordelijkeOverheid>"
                f"<imro:naamOverheid>{escape(plan.government)}</imro:naamOverheid><imro:overheidsCode>9920</imro:overheidsCode>"
                f"<imro:naam>{escape(plan.name)}</imro:naam>"
                f"<imro:planstatusInfo><imro:PlanstatusEnDatum><imro:planstatus>{plan.status}</imro:planstatus><imro:datum>{plan.date}</imro:datum>"
                "</imro:PlanstatusEnDatum></imro:planstatusInfo><imro:verwijzingNorm>IMRO2012</imro:verwijzingNorm>"
                f"<imro:geometrie>{self.surface(plan.contour)}</imro:geometrie></imro:Bestemmingsplangebied>")

    def area(self, area, number):
        name = CLASSES[area.kind]
        kind = area.kind
        inner = self.identification(f"9920.{kind[:2].upper()}{number:04d}") + f"<imro:typePlanobject>{kind}</imro:typePlanobject>"
        if kind == "maatvoering":
            inner += "<imro:naam>maatvoering</imro:naam>"
            for v in area.values:
                inner += (f"<imro:maatvoeringInfo><imro:WaardeEnType><imro:waarde>{v.text}</imro:waarde>"
                          f"<imro:waardeType>{v.kind}{UNIT_WORDS[v.unit]}</imro:waardeType></imro:WaardeEnType></imro:maatvoeringInfo>")
        else:
            inner += f"<imro:naam>{escape(area.name)}</imro:naam>"
        if area.group:
            inner += f"<imro:bestemmingshoofdgroep>{area.group}</imro:bestemmingshoofdgroep>"
        if area.article:
            inner += f"<imro:artikelnummer>{area.article}</imro:artikelnummer>"
        inner += f'<imro:plangebied xlink:href="#{self.plan.imro_id}"/>'
        return f'<imro:{name} gml:id="NL.IMRO.9920.{kind[:2].upper()}{number:04d}">{inner}<imro:geometrie>{self.surface(area.shape)}</imro:geometrie></imro:{name}>'

    def text(self):
        members = [self.head()] + [self.area(a, k) for k, a in enumerate(self.plan.areas, 1)]
        return HEAD + "".join(f"<imro:featureMember>{m}</imro:featureMember>\n" for m in members) + "</imro:FeatureCollectionIMRO>\n"


def write(plan, path):
    path.write_text(Writer(plan).text(), encoding="utf-8")
