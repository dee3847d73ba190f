"""The base map under a plan: houses, parcels, kerbs, street names and house numbers, thin and grey. Noise for a reader.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math

from osgeo import ogr

from .canvas import line_parts
from .plan import only_polygons, polygon, polygons

STREETS = ["Kerkstraat", "Lindelaan", "Stationsweg", "Molenpad", "Dorpsstraat", "Burgemeester Vosweg", "Havendijk", "Wilgenhof", "Schoolstraat",
           "Achterweg", "Veldzicht", "Prins Hendrikstraat", "Nieuwe Gracht", "Eikenlaan", "Parallelweg"]


def longest_edge(shape):
    ring = max((p[0] for p in polygons(shape)), key=len)
    p, q = max(zip(ring, ring[1:] + ring[:1]), key=lambda e: math.dist(*e))
    angle = math.atan2(q[1] - p[1], q[0] - p[0])
    return p, q, angle


def houses(shape, gen):
    """Footprints along the longest edge of a building area."""
    p, q, angle = longest_edge(shape)
    length = math.dist(p, q)
    ux, uy = math.cos(angle), math.sin(angle)
    depth = shape.Area() / max(length, 1.0)
    sides = [1, -1]
    found, at = [], 1.0
    while at < length - 4 and len(found) < 40:
        wide, deep = gen.uniform(6, 11), min(gen.uniform(8, 12), depth * 0.8)
        for side in sides:
            back = gen.uniform(0.6, 2.0)
            nx, ny = -uy * side, ux * side
            corners = [(p[0] + ux * a + nx * b, p[1] + uy * a + ny * b) for a, b in
                       ((at, back), (at + wide, back), (at + wide, back + deep), (at, back + deep))]
            house = polygon(corners)
            if house.Within(shape):
                found.append(house)
        at += wide + gen.choice([0.0, 0.0, 3.0, 5.0])
    return found


class BaseMap:
    """All of it in RD metres."""

    def __init__(self, plan, gen):
        self.houses, self.lines, self.names, self.numbers = [], [], [], []
        for block in plan.of("bouwvlak"):
            self.houses += houses(block.shape, gen)
        for k, house in enumerate(self.houses):
            if gen.random() < 0.5:
                centre = house.Centroid()
                self.numbers.append((centre.GetX(), centre.GetY(), str(gen.randint(1, 98))))
        roads = [a for a in plan.of("enkelbestemming") if a.group.startswith("verkeer")]
        for road in roads:
            for inset in (1.6, 2.2):
                kerb = only_polygons(road.shape.Buffer(-inset))
                self.lines += [ring + ring[:1] for rings in polygons(kerb) for ring in rings if len(ring) > 2]
            self.name_street(road.shape, gen)
        for area in plan.of("enkelbestemming"):
            if not area.group.startswith(("verkeer", "water")) and area.shape.Area() > 400:
                self.parcels(area.shape, gen)
        self.surroundings(plan.contour, gen)

    def surroundings(self, contour, gen):
        """Land outside the plan goes on: rows of plots with a house on each, along lines that lie as the plan lies."""
        p, q, angle = longest_edge(contour)
        ux, uy = math.cos(angle), math.sin(angle)
        x0, x1, y0, y1 = contour.GetEnvelope()
        cx, cy, reach = (x0 + x1) / 2, (y0 + y1) / 2, math.hypot(x1 - x0, y1 - y0) / 2 + 40
        clear = contour.Buffer(6)
        b = -reach
        while b < reach:
            deep, a = gen.uniform(22, 34), -reach
            while a < reach:
                wide = gen.uniform(9, 24)
                plot = polygon([(cx + ux * s - uy * t, cy + uy * s + ux * t) for s, t in
                                ((a, b), (a + wide, b), (a + wide, b + deep), (a, b + deep))])
                if not plot.Intersects(clear) and gen.random() < 0.75:
                    self.lines.append([p[:2] for p in plot.GetGeometryRef(0).GetPoints()])
                    if gen.random() < 0.6 and wide > 12:
                        self.houses.append(polygon([(cx + ux * s - uy * t, cy + uy * s + ux * t) for s, t in
                                                    ((a + 2, b + 4), (a + wide - 3, b + 4), (a + wide - 3, b + 13), (a + 2, b + 13))]))
                a += wide
            b += deep + (9 if gen.random() < 0.5 else 0)

    def name_street(self, shape, gen):
        p, q, angle = longest_edge(shape)
        if angle > math.pi / 2:
            angle -= math.pi
        elif angle <= -math.pi / 2:
            angle += math.pi
        ux, uy = math.cos(math.atan2(q[1] - p[1], q[0] - p[0])), math.sin(math.atan2(q[1] - p[1], q[0] - p[0]))
        for side in (1, -1):
            x, y = (p[0] + q[0]) / 2 - uy * 4 * side, (p[1] + q[1]) / 2 + ux * 4 * side
            point = polygon([(x - .1, y - .1), (x + .1, y - .1), (x, y + .1)])
            if shape.Contains(point):
                self.names.append((x, y, math.degrees(angle), gen.choice(STREETS)))
                return

    def parcels(self, shape, gen):
        """Lines across an area, at right angles to its longest edge."""
        p, q, angle = longest_edge(shape)
        length = math.dist(p, q)
        ux, uy = (q[0] - p[0]) / length, (q[1] - p[1]) / length
        at, step = gen.uniform(4, 12), max(9.0, length / 14)
        while at < length - 3:
            line = ogr.Geometry(ogr.wkbLineString)
            for far in (-60, 60):
                line.AddPoint_2D(p[0] + ux * at - uy * far, p[1] + uy * at + ux * far)
            self.lines += line_parts(line.Intersection(shape))
            at += step * gen.uniform(0.7, 1.4)
