"""Finds room on a sheet for signs and letters.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math

from osgeo import ogr

from .plan import only_polygons, polygon


def box(x, y, w, h, air=0.0):
    return (x - w / 2 - air, y - h / 2 - air, x + w / 2 + air, y + h / 2 + air)


def meet(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def box_shape(b):
    return polygon([(b[0], b[1]), (b[2], b[1]), (b[2], b[3]), (b[0], b[3])])


def candidates(shape, most=220):
    """Points of a grid over a shape, those farthest from its border first, each with that distance."""
    if shape.IsEmpty():
        return []
    x0, x1, y0, y1 = shape.GetEnvelope()
    step = max(0.8, math.sqrt((x1 - x0) * (y1 - y0) / most))
    border = shape.Boundary()
    found = []
    columns, rows = int((x1 - x0) / step) + 1, int((y1 - y0) / step) + 1
    left, top = (x0 + x1 - (columns - 1) * step) / 2, (y0 + y1 - (rows - 1) * step) / 2
    for row in range(rows):
        for column in range(columns):
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(left + column * step, top + row * step)
            if shape.Contains(point):
                found.append((border.Distance(point), point.GetX(), point.GetY()))
    return sorted(found, reverse=True)


def deepest(shape):
    """A point well inside a shape."""
    found = candidates(shape, 400)
    if found:
        return found[0][1:]
    point = shape.PointOnSurface()
    return (point.GetX(), point.GetY())


class Room:
    """What is taken on a sheet. Boxes are (x0, y0, x1, y1) in millimetres."""

    def __init__(self, frame):
        self.frame = frame
        self.taken = []
        self.lines = []  # leader lines, as (x0, y0, x1, y1)

    def free(self, b):
        f = self.frame
        return b[0] > f[0] and b[1] > f[1] and b[2] < f[2] and b[3] < f[3] and not any(meet(b, t) for t in self.taken)

    def take(self, b):
        self.taken.append(b)

    def inside(self, shape, w, h, air=0.7, without=()):
        """A place for a box wholly inside a shape and clear of other ground; taken. None where there is none."""
        region = shape
        for other in without:
            if other.Intersects(region):
                region = only_polygons(region.Difference(other))
        for distance, x, y in candidates(region):
            b = box(x, y, w, h, air)
            if self.free(b) and (distance > math.hypot(w, h) / 2 + air or box_shape(b).Within(region)):
                self.take(b)
                return (x, y)
        return None

    def outside(self, shape, w, h, avoid, lines, air=0.9):
        """A place beside a shape, with a line to a point in it: ((x, y), (tip x, tip y)). None where there is none.

        Ground to `avoid` is taken only where nothing else is near; a place across one of the `lines` too."""
        tip = deepest(shape)
        best = None
        for reach in (9, 12, 15, 19, 24, 30, 38, 47):
            for k in range(24):
                angle = math.radians(15 * k + 7)
                x, y = tip[0] + reach * math.cos(angle), tip[1] + reach * math.sin(angle)
                b = box(x, y, w, h, air)
                if not self.free(b) or box_shape(b).Intersects(shape):
                    continue
                line = (x, y, tip[0], tip[1])
                if self.crosses(line):
                    continue
                ground = box_shape(b)
                cost = reach + 16 * sum(1 for a in avoid if a.Intersects(ground)) + (12 if lines.Intersects(ground) else 0)
                if best is None or cost < best[0]:
                    best = (cost, (x, y), b, line)
            if best and best[0] <= reach:
                break
        if not best:
            return None
        self.take(best[2])
        self.lines.append(best[3])
        return best[1], tip

    def crosses(self, line):
        x0, y0, x1, y1 = line
        for k in range(1, 24):
            px, py = x0 + (x1 - x0) * k / 24, y0 + (y1 - y0) * k / 24
            far = math.dist((px, py), (x0, y0)) > 1
            if far and any(t[0] < px < t[2] and t[1] < py < t[3] for t in self.taken):
                return True
        def turn(ax, ay, bx, by, cx, cy):
            return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0
        return any(turn(*line[:2], *o[:2], *o[2:]) != turn(*line[2:], *o[:2], *o[2:])
                   and turn(*o[:2], *line[:2], *line[2:]) != turn(*o[2:], *line[:2], *line[2:]) for o in self.lines)
