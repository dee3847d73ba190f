"""The gold of a drawn sheet: what a careful reader finds on it, on the earth. The form is described in tests/README.md.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re

from .plan import geojson


def gold(drawn, sheet, style):
    missing = {id(cell): sign for cell, sign in drawn.missing}
    values = []
    for cell in drawn.cells:
        for v in cell.values:
            if id(cell) in missing and v in missing[id(cell)].values:
                continue
            b = cell.bestemming
            values.append({"kind": v.kind, "value": v.value, "unit": v.unit, "bestemming": b.name if b else None,
                           "article": b.article if b and b.article else None, "outline": cell.outline, "geometry": geojson(cell.shape)})
    plan = drawn.plan
    return {
        "format": "planlezer-map-gold/1",
        "imro_id": plan.imro_id, "name": plan.name, "status": plan.status, "date": plan.date, "sheet": sheet,
        "style": {"hand": drawn.hand, "scale": drawn.view.scale, "paper": drawn.layout.paper, "rotation": drawn.view.rotation, **style},
        "values": values,
        "plan_contour": geojson(plan.contour),
        "bestemmingen": [{"name": a.name, "code": a.code or None, "kind": a.kind, "geometry": geojson(a.shape)}
                         for a in plan.of("enkelbestemming", "dubbelbestemming")],
    }


def write(path, what):
    """Each geometry on a line of its own."""
    shapes = []

    def put_aside(node):
        if isinstance(node, dict):
            if "coordinates" in node:
                shapes.append(json.dumps(node, separators=(",", ":")))
                return f"@{len(shapes) - 1}@"
            return {key: put_aside(value) for key, value in node.items()}
        return [put_aside(value) for value in node] if isinstance(node, list) else node

    text = json.dumps(put_aside(what), ensure_ascii=False, indent=1)
    path.write_text(re.sub('"@(\\d+)@"', lambda m: shapes[int(m[1])], text) + "\n", encoding="utf-8")
