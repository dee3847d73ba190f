"""A plan as it lies on the earth: areas and the values that hold in them, in RD metres (EPSG:28992).

Geometry is osgeo.ogr's (it stands on GEOS), always a polygon or multipolygon.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
from dataclasses import dataclass, field

from osgeo import gdal, ogr

ogr.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")

#: unit of a kind, by the last word that says what is measured
UNITS = {"goothoogte": "m", "bouwhoogte": "m", "nokhoogte": "m", "dakhelling": "degree", "bebouwingspercentage": "%", "bouwlagen": "bouwlagen",
         "wooneenheden": "count", "oppervlakte": "m2", "vloeroppervlakte": "m2", "inhoud": "m3", "aantal": "count", "bouwdiepte": "m", "hoogte": "m", "breedte": "m", "diepte": "m", "lengte": "m", "volume": "m3", "oppervlak": "m2",
         "bedrijven": "count", "gebouwen": "count", "parkeerplaatsen": "count", "winkels": "count"}


@dataclass(frozen=True)
class Value:
    kind: str   # "maximum bouwhoogte"
    value: str  # decimal text with a point: "9.5"

    @property
    def quantity(self):
        """What is measured, without minimum or maximum: "bouwhoogte"."""
        return self.kind.split(" ", 1)[1].replace("aantal ", "")

    @property
    def least(self):
        return self.kind.startswith("minimum")

    @property
    def unit(self):
        return UNITS[self.quantity.split()[-1]]

    @property
    def text(self):
        """As a Dutch hand writes it: "9,5"."""
        return self.value.replace(".", ",")


@dataclass
class Area:
    kind: str                # of PlanObjectKind: enkelbestemming, bouwvlak, maatvoering, functieaanduiding ...
    id: str
    name: str
    shape: ogr.Geometry
    code: str = ""           # the letters on the map
    article: str = ""
    group: str = ""          # hoofdgroep: decides the colour
    values: list = field(default_factory=list)


@dataclass
class Plan:
    imro_id: str
    name: str
    date: str                # "2012-09-07"
    status: str
    government: str
    contour: ogr.Geometry
    areas: list
    number: str = ""         # of an old drawing without an identification

    def of(self, *kinds):
        return [a for a in self.areas if a.kind in kinds]

    def bestemming_at(self, shape):
        """The bestemming that holds most of a shape; None where none does."""
        best, most = None, 0.0
        for area in self.of("enkelbestemming"):
            if area.shape.Intersects(shape):
                part = area.shape.Intersection(shape).Area()
                if part > most:
                    best, most = area, part
        return best


def tell_apart(plan):
    """Gives bestemmingen that share their letters a number behind them, as an office must: W1, W2."""
    names = {}
    for area in plan.of("enkelbestemming"):
        names.setdefault(area.code, {}).setdefault(area.name, []).append(area)
    for code, sharing in names.items():
        if code and len(sharing) > 1:
            for k, name in enumerate(sorted(sharing), 1):
                for area in sharing[name]:
                    area.code = f"{code}{k}"
    return plan


def polygon(*rings):
    """A polygon of rings of (x, y), the outer one first, without the closing point."""
    shape = ogr.Geometry(ogr.wkbPolygon)
    for points in rings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in list(points) + [points[0]]:
            ring.AddPoint_2D(float(x), float(y))
        shape.AddGeometry(ring)
    return shape


def polygons(shape):
    """The polygons of a shape, each as a list of rings of (x, y), the outer one first, without the closing point."""
    if shape is None or shape.IsEmpty():
        return []
    kind = ogr.GT_Flatten(shape.GetGeometryType())
    if kind == ogr.wkbPolygon:
        return [[[p[:2] for p in shape.GetGeometryRef(k).GetPoints()][:-1] for k in range(shape.GetGeometryCount())]]
    if kind in (ogr.wkbMultiPolygon, ogr.wkbGeometryCollection):
        return [p for k in range(shape.GetGeometryCount()) for p in polygons(shape.GetGeometryRef(k))]
    return []


def only_polygons(shape):
    """A (multi)polygon of the polygons of a shape: operations leave lines and points beside them."""
    parts = polygons(shape)
    if len(parts) == 1:
        return polygon(*parts[0])
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in parts:
        whole.AddGeometry(polygon(*rings))
    return whole


def union(shapes):
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        for rings in polygons(shape):
            whole.AddGeometry(polygon(*rings))
    return only_polygons(whole.UnionCascaded()) if whole.GetGeometryCount() else whole


def same_place(a, b):
    """Whether two shapes cover the same ground, but for the rounding of two drawings of it."""
    ea, eb = a.GetEnvelope(), b.GetEnvelope()
    if max(abs(p - q) for p, q in zip(ea, eb)) > 1.0:
        return False
    return a.SymDifference(b).Area() < 0.01 * max(a.Area(), b.Area())


def geojson(shape):
    """GeoJSON with three decimals, outer rings counter-clockwise, holes clockwise."""
    def turned(ring, left):
        points = [[round(x, 3), round(y, 3)] for x, y in ring]
        area = sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(points, points[1:] + points[:1]))
        if (area > 0) != left:
            points.reverse()
        return points + points[:1]
    parts = [[turned(ring, k == 0) for k, ring in enumerate(rings)] for rings in polygons(shape)]
    return {"type": "Polygon", "coordinates": parts[0]} if len(parts) == 1 else {"type": "MultiPolygon", "coordinates": parts}


def plain_kind(text):
    """The SVBP2012 term without its unit: "maximum bouwhoogte (m)" -> "maximum bouwhoogte"."""
    kind = re.sub(r"\s*\([^)]*\)", "", text).strip().lower()
    return re.sub(r"^(maximaal|maximale)\b", "maximum", re.sub(r"^(minimaal|minimale)\b", "minimum", kind))
