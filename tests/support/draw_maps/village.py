"""Geometry of plans that do not exist: blocks between streets, straight or along a bend, built on in the ways of real ones.

A block is said as a dict: `name`, `code`, `article`, `group` of its bestemming, `build` (a key of BUILDERS) and `values`, a list of
lists of (kind, value) that its building areas take in turn; an empty list leaves one without.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math
from dataclasses import dataclass

from .plan import Area, Plan, Value, only_polygons, polygon, polygons, tell_apart, union


def box(x0, y0, x1, y1):
    return polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def rows(x0, y0, x1, y1):
    """A row of houses along each long side."""
    depth, back = 11, 5
    if y1 - y0 < 2 * (depth + back) + 6:
        return [(box(x0 + 5, y0 + back, x1 - 5, y0 + back + depth), None)]
    return [(box(x0 + 5, y0 + back, x1 - 5, y0 + back + depth), None), (box(x0 + 5, y1 - back - depth, x1 - 5, y1 - back), None)]


def pairs(x0, y0, x1, y1):
    """The same, each row in two."""
    middle = (x0 + x1) / 2
    return [part for row, _ in rows(x0, y0, x1, y1) for part in (
        (only_polygons(row.Intersection(box(x0, y0, middle - 4, y1))), None), (only_polygons(row.Intersection(box(middle + 4, y0, x1, y1))), None))]


def one(x0, y0, x1, y1):
    return [(box(x0 + 7, y0 + 7, x1 - 7, y1 - 7), None)]


def corner(x0, y0, x1, y1):
    """An L."""
    return [(polygon([(x0 + 6, y0 + 6), (x1 - 6, y0 + 6), (x1 - 6, y0 + 24), (x0 + 26, y0 + 24), (x0 + 26, y1 - 6), (x0 + 6, y1 - 6)]), None)]


def ring(x0, y0, x1, y1):
    """Round a court."""
    return [(polygon([(x0 + 5, y0 + 5), (x1 - 5, y0 + 5), (x1 - 5, y1 - 5), (x0 + 5, y1 - 5)],
                     [(x0 + 18, y0 + 18), (x0 + 18, y1 - 18), (x1 - 18, y1 - 18), (x1 - 18, y0 + 18)]), None)]


def halves(x0, y0, x1, y1):
    """One building area in two maatvoeringsvlakken."""
    whole, at = box(x0 + 6, y0 + 6, x1 - 6, y1 - 6), x0 + (x1 - x0) * 0.42
    return [(whole, [box(x0 + 6, y0 + 6, at, y1 - 6), box(at, y0 + 6, x1 - 6, y1 - 6)])]


def tower(x0, y0, x1, y1):
    """A building area with a higher part within: the part first, then what is left."""
    whole = box(x0 + 6, y0 + 6, x1 - 6, y1 - 6)
    high = box(x0 + 12, y0 + 12, x0 + 34, y0 + 34)
    return [(whole, [high, only_polygons(whole.Difference(high))])]


def villas(x0, y0, x1, y1):
    """Houses on plots of their own, too small for a sign."""
    return [(box(x, y0 + 8, x + 9, y0 + 17), None) for x in range(int(x0) + 8, int(x1) - 12, 22)]


def rounded(x0, y0, x1, y1):
    """A building area with round ends."""
    r = (y1 - y0 - 14) / 2
    return [(only_polygons(box(x0 + 7 + r, y0 + 7 + r - 0.5, x1 - 7 - r, y1 - 7 - r + 0.5).Buffer(r - 0.5, 12)), None)]


BUILDERS = {"rows": rows, "pairs": pairs, "one": one, "corner": corner, "ring": ring, "halves": halves, "tower": tower, "villas": villas,
            "rounded": rounded}


@dataclass
class Ground:
    """From the village's own grid to RD: bent along a circle (radius in metres, 0 for straight), turned, moved."""
    origin: tuple
    turn: float = 0.0
    bend: float = 0.0

    def point(self, x, y):
        if self.bend:
            angle = x / self.bend
            x, y = (self.bend + y) * math.sin(angle), (self.bend + y) * math.cos(angle) - self.bend
        c, s = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        return (round(self.origin[0] + c * x - s * y, 3), round(self.origin[1] + s * x + c * y, 3))

    def shape(self, shape):
        if self.bend:
            shape = shape.Clone()
            shape.Segmentize(4.0)
        return union(polygon(*[[self.point(*p) for p in ring] for ring in rings]) for rings in polygons(shape))


def build_block(block, areas, bounds, ground, key):
    shape = box(*bounds)
    if block.get("pond"):
        x0, y0, x1, y1 = bounds
        pond = only_polygons(box((2 * x0 + x1) / 3, (2 * y0 + y1) / 3, (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3).Buffer(3, 8))
        shape = only_polygons(shape.Difference(pond))
        areas.append(Area("enkelbestemming", f"{key}.w", "Water", ground.shape(pond), "WA", block["pond"], "water"))
    areas.append(Area("enkelbestemming", key, block["name"], ground.shape(shape), block["code"], block["article"], block["group"]))
    if not block.get("build"):
        return
    turn = 0
    for k, (outline, parts) in enumerate(BUILDERS[block["build"]](*bounds), 1):
        areas.append(Area("bouwvlak", f"{key}.b{k}", "bouwvlak", ground.shape(outline)))
        for j, part in enumerate(parts or [outline], 1):
            values = [Value(kind, value) for kind, value in block["values"][turn % len(block["values"])]]
            turn += 1
            if values:
                areas.append(Area("maatvoering", f"{key}.m{k}{j}", "maatvoering", ground.shape(part), values=values))


def village(imro_id, name, date, status, streets, ground, road=("Verkeer", "V", "9"), width=11.0, government="gemeente Lindewaard", number=""):
    """A plan of rows of blocks: `streets` is a list of (depth of the row, [(length, block), ...]) from south to north; metres."""
    areas, wide = [], max(sum(length + width for length, _ in row) for _, row in streets) + width
    y = width
    for r, (depth, row) in enumerate(streets):
        x = width
        for b, (length, block) in enumerate(row):
            last = b == len(row) - 1
            x1 = wide - width if last else x + length
            if block:
                build_block(block, areas, (x, y, x1, y + depth), ground, f"{r}.{b}")
            x = x1 + width
        y += depth + width
    whole = ground.shape(box(0, 0, wide, y))
    built = union(a.shape for a in areas if a.kind == "enkelbestemming")
    areas.append(Area("enkelbestemming", "road", road[0], only_polygons(whole.Difference(built)), road[1], road[2], "verkeer"))
    for k, area in enumerate(areas, 1):
        area.id = f"{imro_id}.{k:03d}"
    return tell_apart(Plan(imro_id, name, date, status, government, whole, areas, number))
