"""Draws with cairo in millimetres on a sheet, y down from the upper left corner.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math

import cairo
from osgeo import ogr

from .plan import polygons

MM = 72 / 25.4  # points in a millimetre
BLACK = (0, 0, 0)
WHITE = (255, 255, 255)


class Canvas:
    def __init__(self, context, font="Liberation Sans"):
        self.context = context
        self.font = font
        self.outlined = False  # letters as curves, not as text

    def colour(self, rgb):
        self.context.set_source_rgb(*(c / 255 for c in rgb))

    # ---- paths

    def path(self, shape):
        for rings in polygons(shape):
            for ring in rings:
                self.context.move_to(*ring[0])
                for point in ring[1:]:
                    self.context.line_to(*point)
                self.context.close_path()
        for line in [] if polygons(shape) else joined(line_parts(shape)):
            self.context.move_to(*line[0])
            for point in line[1:]:
                self.context.line_to(*point)

    def fill(self, shape, rgb):
        self.path(shape)
        self.colour(rgb)
        self.context.set_fill_rule(cairo.FILL_RULE_EVEN_ODD)
        self.context.fill()

    def _pen(self, width, rgb, dash):
        self.colour(rgb)
        self.context.set_line_width(width)
        self.context.set_dash(dash or [])
        self.context.set_line_join(cairo.LINE_JOIN_MITER)
        self.context.set_line_cap(cairo.LINE_CAP_ROUND if dash and dash[0] == 0 else cairo.LINE_CAP_BUTT)

    def stroke(self, shape, width, rgb=BLACK, dash=None):
        self.path(shape)
        self._pen(width, rgb, dash)
        self.context.stroke()

    def line(self, points, width, rgb=BLACK, dash=None):
        self.context.move_to(*points[0])
        for point in points[1:]:
            self.context.line_to(*point)
        self._pen(width, rgb, dash)
        self.context.stroke()

    def rectangle(self, x, y, w, h, width=0.0, rgb=BLACK, fill=None, dash=None):
        self._closed(lambda: self.context.rectangle(x, y, w, h), width, rgb, fill, dash)

    def circle(self, x, y, r, width=0.0, rgb=BLACK, fill=None):
        def draw():
            self.context.new_sub_path()
            self.context.arc(x, y, r, 0, 2 * math.pi)
            self.context.close_path()
        self._closed(draw, width, rgb, fill, None)

    def shape(self, points, width=0.0, rgb=BLACK, fill=None):
        def draw():
            self.context.move_to(*points[0])
            for point in points[1:]:
                self.context.line_to(*point)
            self.context.close_path()
        self._closed(draw, width, rgb, fill, None)

    def _closed(self, draw, width, rgb, fill, dash):
        if fill is not None:
            draw()
            self.colour(fill)
            self.context.fill()
        if width:
            draw()
            self._pen(width, rgb, dash)
            self.context.stroke()

    def arc(self, x, y, r, start, end, width, rgb=BLACK):
        """Degrees clockwise from the right."""
        self.context.new_sub_path()
        self.context.arc(x, y, r, math.radians(start), math.radians(end))
        self._pen(width, rgb, None)
        self.context.stroke()

    # ---- hatching

    def hatch(self, shape, angle, spacing, width, rgb=BLACK, dash=None, clipped=False):
        """Parallel lines through a shape, degrees counter-clockwise; each line cut to the shape, or all of them clipped by it."""
        x0, x1, y0, y1 = shape.GetEnvelope()
        cx, cy, reach = (x0 + x1) / 2, (y0 + y1) / 2, math.hypot(x1 - x0, y1 - y0) / 2 + spacing
        ux, uy = math.cos(math.radians(angle)), -math.sin(math.radians(angle))
        # counted from the sheet's origin, so that neighbours with one hatch line up
        first = math.ceil((-uy * cx + ux * cy - reach) / spacing)
        last = math.floor((-uy * cx + ux * cy + reach) / spacing)
        along = ux * cx + uy * cy
        lines = ogr.Geometry(ogr.wkbMultiLineString)
        for k in range(first, last + 1):
            px, py = -uy * k * spacing + ux * along, ux * k * spacing + uy * along
            line = ogr.Geometry(ogr.wkbLineString)
            line.AddPoint_2D(px - ux * reach, py - uy * reach)
            line.AddPoint_2D(px + ux * reach, py + uy * reach)
            lines.AddGeometry(line)
        self.context.save()
        if clipped:
            self.path(shape)
            self.context.set_fill_rule(cairo.FILL_RULE_EVEN_ODD)
            self.context.clip()
        for points in line_parts(lines if clipped else lines.Intersection(shape)):
            self.line(points, width, rgb, dash)
        self.context.restore()

    def dots(self, shape, spacing, radius, rgb=BLACK):
        x0, x1, y0, y1 = shape.GetEnvelope()
        self.colour(rgb)
        for row in range(math.ceil(y0 / spacing), math.floor(y1 / spacing) + 1):
            for column in range(math.ceil(x0 / spacing), math.floor(x1 / spacing) + 1):
                x, y = (column + 0.5 * (row % 2)) * spacing, row * spacing
                point = ogr.Geometry(ogr.wkbPoint)
                point.AddPoint_2D(x, y)
                if shape.Contains(point):
                    self.context.new_sub_path()
                    self.context.arc(x, y, radius, 0, 2 * math.pi)
                    self.context.fill()

    # ---- letters

    def _face(self, size, bold, italic, font):
        self.context.select_font_face(font or self.font, cairo.FONT_SLANT_ITALIC if italic else cairo.FONT_SLANT_NORMAL,
                                      cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL)
        self.context.set_font_size(size)

    def text_width(self, text, size, bold=False, italic=False, font=None):
        self._face(size, bold, italic, font)
        return self.context.text_extents(text).x_advance

    def text(self, x, y, text, size, rgb=BLACK, bold=False, italic=False, font=None, align=0.0, angle=0.0, centred=False):
        """One line from (x, y): align 0 left, 0.5 middle, 1 right; `centred`: the height of its figures around y. Angle counter-clockwise."""
        self._face(size, bold, italic, font)
        width = self.context.text_extents(text).x_advance
        rise = self.context.text_extents("0").height / 2 if centred else 0
        self.context.save()
        self.context.translate(x, y)
        self.context.rotate(-math.radians(angle))
        self.context.move_to(-align * width, rise)
        self.colour(rgb)
        if self.outlined:
            self.context.text_path(text)
            self.context.fill()
        else:
            self.context.show_text(text)
        self.context.restore()
        self.context.new_path()


def line_parts(shape):
    kind = ogr.GT_Flatten(shape.GetGeometryType())
    if kind == ogr.wkbLineString:
        return [[p[:2] for p in shape.GetPoints()]] if shape.GetPointCount() > 1 else []
    return [part for k in range(shape.GetGeometryCount()) for part in line_parts(shape.GetGeometryRef(k))]


def joined(lines):
    """Lines that meet end to end as one, so that dashes run on round corners."""
    whole = []
    for line in lines:
        for k, other in enumerate(whole):
            if other[-1] == line[0]:
                whole[k] = other + line[1:]
                break
            if other[0] == line[-1]:
                whole[k] = line + other[1:]
                break
        else:
            whole.append(list(line))
    return whole
