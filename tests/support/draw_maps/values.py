"""Adds invented values to the bouwvlakken of a plan that has none there: by seed, always the same.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math
import random

from osgeo import ogr

from .plan import Area, Value, only_polygons, polygon, same_place

HEIGHTS = [("3", "7"), ("3.5", "8"), ("4", "8"), ("4", "9"), ("4.5", "10"), ("6", "10"), ("6", "9.5"), ("7", "11"), ("10", "14"), ("3", "5.5"),
           ("6.5", "10.5"), ("9", "12.5"), ("12", "15"), ("18", "22")]
PERCENTS = ["30", "40", "50", "60", "65", "70", "75", "80", "90"]


def invent(gen, area):
    """The values of one area: mostly goot and bouw, the rest what plans have now and then."""
    goot, bouw = gen.choice(HEIGHTS)
    g, b = Value("maximum goothoogte", goot), Value("maximum bouwhoogte", bouw)
    percent = Value("maximum bebouwingspercentage", gen.choice(PERCENTS))
    chance = gen.random()
    if chance < 0.40:
        return [g, b]
    if chance < 0.55:
        return [b]
    if chance < 0.62:
        return [g]
    if chance < 0.72:
        return [g, b, percent]
    if chance < 0.80:
        return [b, percent]
    if chance < 0.86:
        return [percent]
    if chance < 0.90:
        return [Value("minimum bouwhoogte", str(int(float(bouw)) - 2)), b]
    if chance < 0.94:
        return [g, b, Value("maximum dakhelling", gen.choice(["45", "50", "55", "60"]))]
    if chance < 0.97:
        return [Value("maximum aantal bouwlagen", gen.choice("2345")), b, percent]
    return [g, b, Value("maximum aantal wooneenheden", str(gen.randint(2, 24)))]


def halves(shape, gen):
    """A shape cut in two by a straight line across its longer side."""
    x0, x1, y0, y1 = shape.GetEnvelope()
    centre = shape.Centroid()
    cx, cy = centre.GetX(), centre.GetY()
    ring = shape.GetGeometryRef(0).GetPoints()
    (px, py), (qx, qy) = max(((p[:2], q[:2]) for p, q in zip(ring, ring[1:])), key=lambda e: math.dist(*e))
    length = math.dist((px, py), (qx, qy))
    ux, uy = (qx - px) / length, (qy - py) / length
    reach = math.hypot(x1 - x0, y1 - y0)
    shift = gen.uniform(-0.08, 0.08) * reach
    cx, cy = cx + ux * shift, cy + uy * shift
    side = polygon([(cx - uy * reach, cy + ux * reach), (cx + uy * reach, cy - ux * reach),
                    (cx + uy * reach + ux * 2 * reach, cy - ux * reach + uy * 2 * reach),
                    (cx - uy * reach + ux * 2 * reach, cy + ux * reach + uy * 2 * reach)])
    return [only_polygons(shape.Intersection(side)), only_polygons(shape.Difference(side))]


def add_values(plan, seed, skip=0.12):
    """Gives most bouwvlakken values; some are cut in two maatvoeringsvlakken, a few stay without."""
    gen = random.Random(f"{plan.imro_id} {seed}")
    known = plan.of("maatvoering")
    added = []
    for block in plan.of("bouwvlak"):
        touching = [m for m in known if m.shape.Intersects(block.shape) and m.shape.Intersection(block.shape).Area() > 0.5]
        if any(not same_place(m.shape, block.shape) for m in touching) or (not touching and gen.random() < skip):
            continue
        there = {v.kind for m in touching for v in m.values}
        parts = [block.shape]
        if not touching and block.shape.Area() > 700 and gen.random() < 0.35:
            cut = halves(block.shape, gen)
            if all(ogr.GT_Flatten(p.GetGeometryType()) == ogr.wkbPolygon and p.Area() > 250 for p in cut):
                parts = cut
        used = set()
        for k, part in enumerate(parts):
            values = [v for v in invent(gen, block) if v.kind not in there]
            while len(parts) > 1 and tuple(values) in used:
                values = invent(gen, block)
            used.add(tuple(values))
            if values:
                added.append(Area("maatvoering", f"{block.id}.m{k + 1}", "maatvoering", part, values=values))
    plan.areas += added
    return plan
