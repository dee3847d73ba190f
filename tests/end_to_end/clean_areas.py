"""What must hold of every polygon a run writes: valid, closed, outer rings counter-clockwise, whole millimetres; and bestemmingen
side by side neither overlap nor leave slivers between them.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json

MOST = 0.01        # square metres two neighbours may share or leave between them
DOUBTED = 0.6      # an area less sure than this says itself that its outline is not clear
SLIVER = 0.25      # metres: a wider gap is ground of its own


def rings_of(geometry):
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for part in parts:
        for k, ring in enumerate(part):
            yield k == 0, ring


def ring_faults(name, geometry):
    for outer, ring in rings_of(geometry):
        if ring[0] != ring[-1]:
            yield f"{name}: a ring is open"
        size = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
        if (size > 0) != outer:
            yield f"{name}: a ring runs the wrong way round"
        if any(round(c, 3) != c for point in ring for c in point):
            yield f"{name}: a coordinate has more than three decimals"


def neighbour_faults(name, fields, ogr):
    """Fields are (id, shape, confidence)."""
    for i, (own, shape, sure) in enumerate(fields):
        for other, beside, also in fields[:i]:
            if min(sure, also) < DOUBTED or not shape.Intersects(beside):
                continue
            shared = shape.Intersection(beside).Area()
            if shared > MOST:
                yield f"{name}: {own} and {other} share {shared:.3f} m2"
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for _, shape, _ in fields:
        for k in range(shape.GetGeometryCount() if shape.GetGeometryName() == "MULTIPOLYGON" else 1):
            whole.AddGeometry(shape.GetGeometryRef(k) if shape.GetGeometryName() == "MULTIPOLYGON" else shape)
    if not fields:
        return
    whole = whole.UnionCascaded()
    parts = [whole] if whole.GetGeometryName() == "POLYGON" else [whole.GetGeometryRef(k) for k in range(whole.GetGeometryCount())]
    for part in parts:
        for k in range(1, part.GetGeometryCount()):
            ring = part.GetGeometryRef(k)
            hole = ogr.Geometry(ogr.wkbPolygon)
            hole.AddGeometry(ring)
            size = hole.Area()
            if size > MOST and 2 * size < SLIVER * hole.Boundary().Length() and size < 2:
                yield f"{name}: a sliver of {size:.3f} m2 at {ring.GetX(0):.0f},{ring.GetY(0):.0f}"


def faults(plan, ogr):
    """Of one plans/*.json, one line each. `ogr` is osgeo.ogr."""
    shapes = [(f"{plan['plan_id']} {norm['id']}", norm["location"]["geometry"]) for norm in plan["norms"] if norm["location"]["geometry"]]
    for sheet in plan.get("maps", []):
        fields = []
        for found in sheet["objects"]:
            if not found.get("geometry"):
                continue
            name = f"{plan['plan_id']} {found['id']}"
            shapes.append((name, found["geometry"]))
            if found["kind"] == "enkelbestemming" and sheet["placement"]["source"] != "imro":
                fields.append((found["id"], ogr.CreateGeometryFromJson(json.dumps(found["geometry"])), found.get("confidence", 1)))
        yield from neighbour_faults(plan["plan_id"], fields, ogr)
    for name, geometry in shapes:
        yield from ring_faults(name, geometry)
        if not ogr.CreateGeometryFromJson(json.dumps(geometry)).IsValid():
            yield f"{name}: not valid"
