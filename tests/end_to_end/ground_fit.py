"""Whether the bestemmingen, the border and the accepted values of a plan lie where the gold of its map has them.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json

FITS = 0.9            # intersection over union
LIES = 0.5            # less, and it lies elsewhere
COVERED = 0.3         # share of an area of the gold from which a norm means it too
SURE = 0.8            # an object less sure than this says itself that it is in doubt
STREET = 30           # metres; the widest between the parts of a plan whose border was not read
UNDER_LINES = 0.03    # share of a plan that lines and signs take from its bestemmingen


def united(geometries, ogr):
    whole = ogr.Geometry(ogr.wkbPolygon)
    for geometry in geometries:
        shape = ogr.CreateGeometryFromJson(json.dumps(geometry))
        whole = whole.Union(shape if shape.IsValid() else shape.Buffer(0))
    return whole


def overlap(a, b):
    return a.Intersection(b).Area() / a.Union(b).Area() if a.Area() and b.Area() else 0.0


def fit(gold, plan, ogr):
    """(bestemmingen that fit, all of them, a line for each that does not fit though nothing says so)."""
    objects = [o for sheet in plan.get("maps") or [] for o in sheet["objects"] if o.get("geometry")]
    border = united([o["geometry"] for o in objects if o["kind"] == "plangebied"], ogr)
    every = [o for o in objects if o["kind"] == "enkelbestemming"]
    fields = [o for o in every if o["confidence"] >= SURE]
    doubted = united([o["geometry"] for o in every if o["confidence"] < SURE], ogr)
    told = all(o["confidence"] < SURE for o in objects if o["kind"] == "plangebied")
    silent = []
    if border.Area() and not told and overlap(border, united([gold["plan_contour"]], ogr)) < FITS:
        silent.append(f"{plan['plan_id']}: the plangebied is not that of the gold")
    ground = border if border.Area() else united([o["geometry"] for o in every], ogr).Buffer(STREET / 2).Buffer(-STREET / 2)
    half = ground.Difference(united([o["geometry"] for o in fields], ogr)).Area() > UNDER_LINES * ground.Area()
    names = {b["name"] for b in gold["bestemmingen"] if b["kind"] == "enkelbestemming"}
    good = 0
    for name in sorted(names):
        wanted = united([b["geometry"] for b in gold["bestemmingen"] if b["name"] == name], ogr)
        found = united([o["geometry"] for o in fields if o["name"] == name], ogr)
        share = overlap(wanted, found)
        good += share >= FITS
        # What lies under an area that is in doubt is told.
        unsaid = wanted.Difference(found).Difference(doubted).Area() + found.Difference(wanted).Area()
        if share < FITS and not half and unsaid > (1 - FITS) * wanted.Area():
            silent.append(f"{plan['plan_id']}: {name} lies {share:.2f} on its ground")
    return good, len(names), silent


def placed(gold, plan, ogr):
    """(accepted norms with a value of the map that lie on areas of that value, all of them, a line for each that lies elsewhere).
    A norm may hold several areas of one value."""
    good, total, elsewhere = 0, 0, []
    for norm in plan["norms"]:
        if norm["status"] != "accepted" or norm["value_source"] != "map" or not norm["location"]["geometry"]:
            continue
        own = united([norm["location"]["geometry"]], ogr)
        same = [v["geometry"] for v in gold["values"] if v["kind"] == norm["kind"] and float(v["value"]) == float(norm["value"])]
        meant = [g for g in same if own.Intersection(united([g], ogr)).Area() > COVERED * united([g], ogr).Area()]
        share = overlap(own, united(meant, ogr))
        total += 1
        good += share >= LIES
        if share < LIES:
            elsewhere.append(f"{plan['plan_id']} {norm['id']}: {norm['kind']} {norm['value']} lies {share:.2f} on its ground")
    return good, total, elsewhere
