"""A map sheet: paper, frame, legend, title block, grid, and the plan drawn to scale by a hand.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math
import random
from dataclasses import dataclass, field, replace

import cairo
from osgeo import ogr

from .base_map import BaseMap, longest_edge
from .canvas import BLACK, MM, WHITE, Canvas, line_parts
from .cells import cells
from .place import Room, box, box_shape, deepest, meet
from .plan import only_polygons, polygon, polygons

PAPERS = {"A4": (297, 210), "A3": (420, 297), "A2": (594, 420), "A1": (841, 594), "A0": (1189, 841)}
MARGIN = 10.0


@dataclass
class Layout:
    paper: str
    size: tuple     # mm
    frame: tuple    # of the drawing
    legend: tuple
    title: tuple


@dataclass
class View:
    """RD metres to millimetres on the sheet."""
    scale: int
    rotation: float       # degrees counter-clockwise by which the earth is turned on the sheet
    earth: tuple          # RD
    sheet: tuple          # mm, where `earth` lies

    def __call__(self, x, y):
        dx, dy = (x - self.earth[0]) * 1000 / self.scale, (y - self.earth[1]) * 1000 / self.scale
        c, s = math.cos(math.radians(self.rotation)), math.sin(math.radians(self.rotation))
        return (self.sheet[0] + c * dx - s * dy, self.sheet[1] - (s * dx + c * dy))

    def back(self, u, v):
        a, b = (u - self.sheet[0]) * self.scale / 1000, -(v - self.sheet[1]) * self.scale / 1000
        c, s = math.cos(math.radians(self.rotation)), math.sin(math.radians(self.rotation))
        return (self.earth[0] + c * a + s * b, self.earth[1] - s * a + c * b)

    def shape(self, geometry):
        parts = [polygon(*[[self(x, y) for x, y in ring] for ring in rings]) for rings in polygons(geometry)]
        if len(parts) == 1:
            return parts[0]
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for part in parts:
            whole.AddGeometry(part)
        return whole


@dataclass
class Drawn:
    """What a sheet shows: the source of its gold."""
    plan: object
    hand: str
    layout: Layout
    view: View
    cells: list
    signs: list = field(default_factory=list)   # (cell, sign, x, y, leader tip or None)
    missing: list = field(default_factory=list)  # cells without room for a sign


def legend_rows(hand, canvas, sections, width):
    """(heading or row, height, wrapped text) from top to bottom."""
    found = []
    for section in sections:
        found.append((section.heading, 8.0, []))
        for row in section.rows:
            lines = hand.wrapped(canvas, row.text, hand.text_size, width - hand.swatch[0] - 8)
            found.append((row, max(row.h, len(lines) * hand.text_size * 1.3) + hand.row_gap, lines))
    return found


def legend_columns(rows, height):
    """The rows of a legend in columns of that height; a heading does not end a column."""
    columns, used = [[]], 0.0
    for k, row in enumerate(rows):
        with_next = row[1] + (rows[k + 1][1] if isinstance(row[0], str) and k + 1 < len(rows) else 0)
        if columns[-1] and used + with_next > height:
            columns.append([])
            used = 0.0
        columns[-1].append(row)
        used += row[1]
    return columns


def extent(plan, rotation):
    """Width and height in metres of the plan as turned, and its middle."""
    view = View(1000, rotation, (0, 0), (0, 0))
    x0, x1, y0, y1 = view.shape(plan.contour).GetEnvelope()
    return x1 - x0, y1 - y0, view.back((x0 + x1) / 2, (y0 + y1) / 2)


def lay_out(hand, rows, plan, scale, rotation, papers):
    """The smallest paper that holds drawing, legend and title block."""
    wide, high, middle = extent(plan, rotation)
    w, h = wide * 1000 / scale + 24, high * 1000 / scale + 24
    title_h, pad = hand.title_height(), 4.0
    for paper in papers:
        for size in (PAPERS[paper], PAPERS[paper][::-1]):
            inner_w, inner_h = size[0] - 2 * MARGIN, size[1] - 2 * MARGIN
            if hand.legend_side == "below":
                columns = max(1, int((inner_w - hand.legend_width) / hand.legend_width))
                total = sum(r[1] for r in rows)
                band = max(title_h, 12 + next((t for t in range(40, 400, 4) if len(legend_columns(rows, t)) <= columns), 400)) + pad
                if inner_w < w or inner_h - band < h or total == 0:
                    continue
                top = size[1] - MARGIN - band
                frame = (MARGIN, MARGIN, size[0] - MARGIN, top)
                legend = (MARGIN, top, size[0] - MARGIN - hand.legend_width, size[1] - MARGIN)
                title = (size[0] - MARGIN - hand.legend_width, top, size[0] - MARGIN, size[1] - MARGIN)
            else:
                columns = len(legend_columns(rows, inner_h - title_h - pad - 30))
                band = hand.legend_width * columns
                if inner_w - band < w or inner_h < h:
                    continue
                left = hand.legend_side == "left"
                x0, x1 = (MARGIN, MARGIN + band) if left else (size[0] - MARGIN - band, size[0] - MARGIN)
                frame = (x1, MARGIN, size[0] - MARGIN, size[1] - MARGIN) if left else (MARGIN, MARGIN, x0, size[1] - MARGIN)
                legend = (x0, MARGIN, x1, size[1] - MARGIN - title_h)
                title = (x0, size[1] - MARGIN - title_h, x1, size[1] - MARGIN)
            view = View(scale, rotation, middle, ((frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2))
            return Layout(paper, size, frame, legend, title), view
    raise ValueError(f"{plan.name} at 1:{scale} does not fit on {papers[-1]}")


def lines_of(shapes):
    """The borders of shapes, as one; to the micrometre, so that what neighbours share is the same."""
    whole = ogr.Geometry(ogr.wkbMultiLineString)
    for shape in shapes:
        for part in line_parts(shape.Boundary()):
            line = ogr.Geometry(ogr.wkbLineString)
            for x, y in part:
                line.AddPoint_2D(round(x, 3), round(y, 3))
            whole.AddGeometry(line)
    return whole


def changed(sign, by, angle):
    """A sign drawn smaller or larger, with its lines, and turned (degrees counter-clockwise)."""
    def draw(canvas, x, y):
        canvas.context.save()
        canvas.context.translate(x, y)
        canvas.context.scale(by, by)
        canvas.context.rotate(-math.radians(angle))
        sign.draw(canvas, 0, 0)
        canvas.context.restore()
    c, s = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    if sign.r:
        return replace(sign, w=sign.w * by, h=sign.h * by, r=sign.r * by, draw=draw)
    return replace(sign, w=(sign.w * c + sign.h * s) * by, h=(sign.w * s + sign.h * c) * by, draw=draw)


class Drawing:
    """Draws one sheet with one hand."""

    def __init__(self, hand, base_map, scale, rotation=0.0, papers=("A4", "A3", "A2", "A1", "A0"), grid=True, outlined=False,
                 sign_scale=1.0):
        self.sign_scale = sign_scale
        self.hand, self.base_map, self.grid, self.outlined = hand, base_map, grid, outlined
        self.cells = cells(hand.plan)
        scratch = Canvas(cairo.Context(cairo.RecordingSurface(cairo.CONTENT_COLOR, None)), hand.font)
        self.rows = legend_rows(hand, scratch, hand.sections(self.cells), hand.legend_width - 10)
        self.layout, self.view = lay_out(hand, self.rows, hand.plan, scale, rotation, papers)
        self.drawn = Drawn(hand.plan, hand.name, self.layout, self.view, self.cells)

    def write_pdf(self, path):
        w, h = self.layout.size
        surface = cairo.PDFSurface(str(path), w * MM, h * MM)
        surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2013-01-01T00:00:00Z")
        surface.set_metadata(cairo.PDF_METADATA_TITLE, f"Verbeelding {self.hand.plan.name}")
        context = cairo.Context(surface)
        context.scale(MM, MM)
        self.canvas = Canvas(context, self.hand.font)
        self.canvas.outlined = self.outlined
        self.draw()
        surface.finish()
        return self.drawn

    def draw(self):
        canvas, hand, frame = self.canvas, self.hand, self.layout.frame
        canvas.rectangle(0, 0, *self.layout.size, 0, BLACK, WHITE)
        canvas.context.save()
        canvas.context.rectangle(frame[0], frame[1], frame[2] - frame[0], frame[3] - frame[1])
        canvas.context.clip()
        shapes = [(area, self.view.shape(area.shape)) for area in hand.order()]
        for area, shape in shapes:
            hand.ground(canvas, area, shape)
        self.draw_base_map()
        for area, shape in shapes:
            hand.border(canvas, area, shape)
        self.cell_shapes = [self.view.shape(cell.shape) for cell in self.cells]
        self.draw_measure_lines()
        hand.contour(canvas, self.view.shape(hand.plan.contour))
        room = Room((frame[0] + 6, frame[1] + 6, frame[2] - 6, frame[3] - 6))
        if self.grid:
            self.draw_grid(room)
        self.draw_signs(room)
        self.draw_labels(room, shapes)
        self.draw_names(room)
        canvas.context.restore()
        if self.grid:
            self.draw_grid_texts()
        self.draw_legend()
        t = self.layout.title
        hand.title(canvas, t[0], t[1], t[2] - t[0], t[3] - t[1], hand.facts(self.view.scale, self.layout.paper))
        canvas.rectangle(frame[0], frame[1], frame[2] - frame[0], frame[3] - frame[1], hand.frame_pen)
        canvas.rectangle(MARGIN, MARGIN, self.layout.size[0] - 2 * MARGIN, self.layout.size[1] - 2 * MARGIN, hand.frame_pen)

    def draw_base_map(self):
        for line in self.base_map.lines:
            self.canvas.line([self.view(*p) for p in line], self.hand.topography_pen, self.hand.grey)
        for house in self.base_map.houses:
            self.canvas.stroke(self.view.shape(house), self.hand.topography_pen * 1.2, self.hand.grey)

    def draw_measure_lines(self):
        """The lines of maatvoeringsvlakken that are no bouwvlak; a cell that is the rest of a bouwvlak has its lines already."""
        class Measure:
            kind, group, code, name = "maatvoering", "", "", ""
        lines = lines_of(s for c, s in zip(self.cells, self.cell_shapes) if c.outline == "maatvoering")
        blocks = lines_of(self.view.shape(b.shape) for b in self.hand.plan.of("bouwvlak"))
        if lines.GetGeometryCount():
            # neighbours share a line, which is drawn once, as one dash
            self.hand.border(self.canvas, Measure, lines.Union(lines).Difference(blocks.Buffer(0.06)))

    def draw_signs(self, room):
        order = sorted(range(len(self.cells)), key=lambda k: self.cells[k].shape.Area())
        blocks = [self.view.shape(b.shape) for b in self.hand.plan.of("bouwvlak")]
        self.built = blocks + [s for c, s in zip(self.cells, self.cell_shapes) if c.outline != "bouwvlak"]
        self.border_lines = lines_of(self.view.shape(a.shape) for a in self.hand.plan.of("enkelbestemming"))
        for k in order:
            cell, shape = self.cells[k], self.cell_shapes[k]
            inner = [s for j, s in enumerate(self.cell_shapes) if j != k and s.Area() < shape.Area() and s.Intersects(shape)]
            if cell.outline != "bouwvlak":
                inner += [b for b in blocks if b.Intersects(shape) and b.Area() < 0.9 * shape.Area() and b.Within(shape.Buffer(0.5))]
            times = 1 + min(3, int(shape.Area() / 7000))
            angle = self.hand.sign_angle(longest_edge(shape)[2])
            for sign in self.hand.signs(cell):
                self.draw_sign(room, cell, shape, changed(sign, self.sign_scale, angle), inner, times)

    def draw_sign(self, room, cell, shape, sign, inner, times):
        air = self.hand.symbol_air
        place = room.inside(shape, sign.w, sign.h, air, inner) or (inner and room.inside(shape, sign.w, sign.h, air))
        if place:
            spots = [(place, None)]
            for _ in range(times - 1):
                again = room.inside(shape, sign.w, sign.h, 25.0, inner)
                if again:
                    room.taken[-1] = box(*again, sign.w, sign.h, air)
                    spots.append((again, None))
        else:
            found = room.outside(shape, sign.w, sign.h, [b for b in self.built if not b.Intersects(shape)], self.border_lines)
            if not found:
                self.drawn.missing.append((cell, sign))
                return
            spots = [found]
        for (x, y), tip in spots:
            if tip:
                away = math.dist((x, y), tip)
                reach = min(away - 0.5, sign.r or self.edge(sign, (x, y), tip))
                start = (x + (tip[0] - x) * reach / away, y + (tip[1] - y) * reach / away)
                self.hand.leader(self.canvas, start, tip, sign)
            sign.draw(self.canvas, x, y)
            self.drawn.signs.append((cell, sign, x, y, tip))

    @staticmethod
    def edge(sign, at, tip):
        """How far a sign's box reaches towards a point."""
        dx, dy = abs(tip[0] - at[0]), abs(tip[1] - at[1])
        away = math.hypot(dx, dy)
        return away * min(sign.w / 2 / dx if dx else 9e9, sign.h / 2 / dy if dy else 9e9)

    def draw_labels(self, room, shapes):
        blocks = [s for a, s in shapes if a.kind == "bouwvlak"] + [s for c, s in zip(self.cells, self.cell_shapes) if c.outline == "maatvoering"]
        for area, shape in shapes:
            text, size = self.hand.label(area)
            if not text:
                continue
            w = self.canvas.text_width(text, size, bold=False)
            free = blocks if area.kind == "enkelbestemming" else []
            for bigness in (1.0, 0.75, 0.6):
                at = room.inside(shape, w * bigness, size * bigness * 0.8, 0.5, [b for b in free if b.Area() < 0.98 * shape.Area()]) \
                    or room.inside(shape, w * bigness, size * bigness * 0.8, 0.3)
                if at:
                    break
            if not at:
                at, bigness = deepest(shape), 0.6
                b = box(*at, w * bigness, size * bigness)
                if any(meet(b, t) for t in room.taken):
                    continue
            self.canvas.text(*at, text, size * bigness, align=0.5, centred=True)

    def draw_names(self, room):
        if not self.hand.draws_base_map_values:
            return
        for x, y, angle, text in self.base_map.names:
            u, v = self.view(x, y)
            size = 2.2
            w = self.canvas.text_width(text, size)
            turned = angle + self.view.rotation
            turned = (turned + 90) % 180 - 90
            reach = abs(w * math.cos(math.radians(turned))) + size, abs(w * math.sin(math.radians(turned))) + size
            b = box(u, v, *reach)
            if room.free(b):
                room.take(b)
                self.canvas.text(u, v, text, size, self.hand.grey, align=0.5, angle=turned, italic=True)
        for x, y, text in self.base_map.numbers:
            u, v = self.view(x, y)
            b = box(u, v, 2.4, 1.8)
            if room.free(b):
                room.take(b)
                self.canvas.text(u, v, text, 1.4, self.hand.grey, align=0.5, centred=True)

    # ---- grid

    def grid_step(self):
        return next(s for s in (20, 25, 50, 100, 200, 250, 500) if s * 1000 / self.view.scale >= 70)

    def grid_lines(self):
        f, step = self.layout.frame, self.grid_step()
        corners = [self.view.back(u, v) for u in (f[0], f[2]) for v in (f[1], f[3])]
        xs = range(math.ceil(min(c[0] for c in corners) / step) * step, int(max(c[0] for c in corners)) + 1, step)
        ys = range(math.ceil(min(c[1] for c in corners) / step) * step, int(max(c[1] for c in corners)) + 1, step)
        return xs, ys

    def draw_grid(self, room):
        xs, ys = self.grid_lines()
        ux, uy = math.cos(math.radians(self.view.rotation)), -math.sin(math.radians(self.view.rotation))
        for x in xs:
            for y in ys:
                u, v = self.view(x, y)
                if room.frame[0] < u < room.frame[2] and room.frame[1] < v < room.frame[3]:
                    self.hand.cross(self.canvas, u, v, ux, uy)
                    room.take(box(u, v, 6, 6))

    def draw_grid_texts(self):
        """Ticks and coordinates where the lines of the grid meet the frame, just inside it."""
        f = self.layout.frame
        xs, ys = self.grid_lines()
        far = 10 ** 6
        for axis, values in (("x", xs), ("y", ys)):
            for value in values:
                line = ogr.Geometry(ogr.wkbLineString)
                for end in (-far, far):
                    at = (value, self.view.earth[1] + end) if axis == "x" else (self.view.earth[0] + end, value)
                    line.AddPoint_2D(*self.view(*at))
                hit = line.Intersection(box_shape(f))
                if hit.IsEmpty() or hit.GetPointCount() < 2:
                    continue
                (u0, v0), (u1, v1) = hit.GetPoint_2D(0), hit.GetPoint_2D(1)
                length = math.dist((u0, v0), (u1, v1))
                if length < 40:
                    continue
                ux, uy = (u1 - u0) / length, (v1 - v0) / length
                self.grid_end(u0, v0, ux, uy, value, axis)
                self.grid_end(u1, v1, -ux, -uy, value, axis)

    def grid_end(self, u, v, ux, uy, value, axis):
        f, canvas, text = self.layout.frame, self.canvas, self.hand.grid_text(value, axis)
        canvas.line([(u, v), (u + ux * 3, v + uy * 3)], self.hand.grid_pen * 1.3)
        size = 2.1
        w = canvas.text_width(text, size)
        upright = abs(uy) > abs(ux)  # the line comes in from top or bottom
        x, y = (u + 0.6, v + (2.6 if uy > 0 else -1.0)) if upright else (u + (0.8 if ux > 0 else -0.8 - w), v - 0.7)
        if x < f[0] + 0.3 or x + w > f[2] - 0.3 or y - size < f[1] + 0.3 or y > f[3] - 0.3:
            return
        canvas.rectangle(x - 0.2, y - size * 0.8, w + 0.4, size * 0.95, 0, BLACK, WHITE)
        canvas.text(x, y, text, size)

    # ---- legend

    def draw_legend(self):
        hand, canvas = self.hand, self.canvas
        x0, y0, x1, y1 = self.layout.legend
        canvas.rectangle(x0, y0, x1 - x0, y1 - y0, hand.frame_pen)
        below = hand.legend_side == "below"
        room_h = y1 - y0 - (4 if below else 34)
        canvas.text(x0 + 5, y0 + 8, "LEGENDA" if not below else "Legenda", 4.2, bold=True)
        for c, column in enumerate(legend_columns(self.rows, room_h - (8 if below else 0))):
            x, y = x0 + 5 + c * hand.legend_width, y0 + 12
            for what, height, lines in column:
                if isinstance(what, str):
                    canvas.text(x, y + 5.2, what, hand.heading_size, bold=True)
                else:
                    h = height - hand.row_gap
                    swatch_h = min(what.h, h)
                    what.draw(canvas, x, y + (h - swatch_h) / 2, hand.swatch[0], swatch_h)
                    middle = y + h / 2 - (len(lines) - 1) * hand.text_size * 0.65
                    for k, line in enumerate(lines):
                        canvas.text(x + hand.swatch[0] + 4, middle + k * hand.text_size * 1.3, line, hand.text_size, centred=True)
                y += height
        at = (x1 - 16, y1 - 15) if not below else (self.layout.frame[2] - 16, self.layout.frame[1] + 20)
        hand.north(canvas, *at, self.view.rotation)
        hand.scale_bar(canvas, x0 + 8 if not below else self.layout.frame[0] + 12, (y1 - 8) if not below else self.layout.frame[3] - 9, self.view.scale)


def make_drawing(hand_class, plan, scale, seed, **options):
    gen = random.Random(f"{plan.imro_id} {hand_class.name} {seed}")
    hand = hand_class(plan, gen)
    if seed > 1:
        hand.vary(random.Random(f"{plan.imro_id} {hand_class.name} {seed} hand"))
    return Drawing(hand, BaseMap(plan, gen), scale, **options)
