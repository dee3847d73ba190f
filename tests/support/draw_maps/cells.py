"""Where each value of a plan is drawn: cells that do not overlap, each with all values that hold there.

A maatvoering whose ground holds smaller ones is drawn in each of them and in what is left: a sheet has no other way to say so,
and the gold then says what the sheet says.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from dataclasses import dataclass

from .plan import Area, only_polygons, same_place


@dataclass
class Cell:
    shape: object            # RD metres
    values: list
    outline: str             # what draws its border: bouwvlak, enkelbestemming, maatvoering
    bestemming: Area = None


def merged(areas):
    """Areas with values, those of one place made one."""
    found = []
    for area in areas:
        for shape, values in found:
            if same_place(shape, area.shape):
                values += [v for v in area.values if v not in values]
                break
        else:
            found.append((area.shape, list(area.values)))
    return found


def cells(plan):
    valued = sorted(merged(a for a in plan.areas if a.values), key=lambda f: f[0].Area())
    lines = plan.of("bouwvlak", "enkelbestemming")
    done, whole = [], None
    for k, (shape, values) in enumerate(valued):
        rest, holders = shape, []
        for cell in done:
            if not cell.shape.Intersects(shape):
                continue
            shared = cell.shape.Intersection(shape).Area()
            if shared > 0.95 * cell.shape.Area():
                holders.append(cell)
            if shared > 0.5:
                rest = only_polygons(rest.Difference(cell.shape.Buffer(0.02)))
        for cell in holders:
            there = {v.kind for v in cell.values}
            cell.values += [v for v in values if v.kind not in there]
        rest = only_polygons(rest.Buffer(-0.3).Buffer(0.3)) if holders and not rest.IsEmpty() else rest
        if rest.IsEmpty() or rest.Area() < 0.02 * shape.Area():
            continue
        outline = next((a.kind for a in lines if same_place(a.shape, shape)), "maatvoering")
        done.append(Cell(rest, list(values), outline, plan.bestemming_at(shape)))
    return sorted(done, key=lambda c: (c.shape.GetEnvelope()[0], c.shape.GetEnvelope()[2]))
