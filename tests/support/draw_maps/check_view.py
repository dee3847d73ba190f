"""A picture of the gold of a sheet, for a person to lay beside the sheet: areas coloured by value, with the values in words.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import colorsys
import zlib

import cairo

from .canvas import BLACK, Canvas
from .place import deepest
from .plan import polygon, union

SHORT = {"maximum bouwhoogte": "b", "maximum goothoogte": "g", "maximum bebouwingspercentage": "%", "maximum aantal bouwlagen": "lagen",
         "minimum bouwhoogte": "min b", "maximum dakhelling": "dak", "maximum aantal wooneenheden": "won"}


def rings_of(geometry):
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return union(polygon(*[ring[:-1] for ring in rings]) for rings in parts)


def draw_view(gold, path, width=1600):
    contour = rings_of(gold["plan_contour"])
    x0, x1, y0, y1 = contour.GetEnvelope()
    scale = (width - 40) / (x1 - x0)
    height = int((y1 - y0) * scale) + 40
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, width, height)
    canvas = Canvas(cairo.Context(surface))
    canvas.rectangle(0, 0, width, height, 0, BLACK, (255, 255, 255))
    to = lambda shape: flat(shape, lambda x, y: (20 + (x - x0) * scale, 20 + (y1 - y) * scale))
    canvas.stroke(to(contour), 2.5)
    for bestemming in gold["bestemmingen"]:
        canvas.stroke(to(rings_of(bestemming["geometry"])), 0.6, (150, 150, 150))
    grounds = {}
    for value in gold["values"]:
        grounds.setdefault(str(value["geometry"]), []).append(value)
    for values in grounds.values():
        shape = to(rings_of(values[0]["geometry"]))
        text = " ".join(f"{SHORT.get(v['kind'], v['kind'])}={v['value']}" for v in values)
        hue = (zlib.crc32(text.encode()) % 360) / 360
        canvas.fill(shape, [int(255 * c) for c in colorsys.hsv_to_rgb(hue, 0.35, 1.0)])
        canvas.stroke(shape, 1.2, (180, 0, 0))
        canvas.text(*deepest(shape), text, 11, align=0.5, centred=True)
    surface.write_to_png(str(path))


def flat(shape, move):
    from .plan import only_polygons, polygons
    return only_polygons(union(polygon(*[[move(*p) for p in ring] for ring in rings]) for rings in polygons(shape)))
