"""What all hands share: an office's way to draw a plan map. A hand says how; sheet.py says where.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from dataclasses import dataclass, field

from .canvas import BLACK
from .place import box_shape

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def long_date(date):
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


@dataclass
class Row:
    """A line of a legend: what stands in front and its words."""
    text: str
    draw: object           # draw(canvas, x, y, w, h): in a box of that size
    h: float = 6.0


@dataclass
class Section:
    heading: str
    rows: list = field(default_factory=list)


class Hand:
    name = ""
    font = "Liberation Sans"
    legend_side = "right"    # right, left or below
    legend_width = 88.0
    swatch = (14.0, 6.0)
    row_gap = 2.0
    text_size = 2.6
    heading_size = 3.2
    frame_pen = 0.5
    grey = (150, 150, 150)
    topography_pen = 0.1
    grid_pen = 0.13
    symbol_air = 0.7
    draws_base_map_values = True   # house numbers and street names

    def __init__(self, plan, gen):
        self.plan = plan
        self.gen = gen

    def vary(self, gen):
        """Another draughtsman of the same office: other widths, greys and letters. Not for the first seed."""
        self.grey = (gen.randint(110, 185),) * 3
        self.topography_pen = gen.uniform(0.08, 0.16)
        self.text_size *= gen.uniform(0.9, 1.15)
        self.legend_width *= gen.uniform(1.0, 1.12)

    def sign_angle(self, edge):
        """Degrees by which the signs of an area are turned whose longest edge lies at `edge` (radians, y down)."""
        return 0.0

    # ---- to be said by each hand

    def ground(self, canvas, area, shape):
        """Colour or hatching of a bestemming."""
        raise NotImplementedError

    def border(self, canvas, area, shape):
        """The line around an area."""
        raise NotImplementedError

    def contour(self, canvas, shape):
        raise NotImplementedError

    def label(self, area):
        """The letters in an area and their size; empty for none."""
        return (area.code, 3.0)

    def signs(self, cell):
        """The signs that show the values of a cell."""
        raise NotImplementedError

    def sections(self, cells):
        """The legend."""
        raise NotImplementedError

    # ---- shared, to be changed where a hand differs

    def leader(self, canvas, start, tip, sign):
        """A line from the sign's edge to a point in its area."""
        canvas.line([start, tip], 0.18)
        canvas.circle(tip[0], tip[1], 0.5, 0, BLACK, BLACK)

    def order(self):
        """Areas as they are drawn one over the other."""
        rank = {"enkelbestemming": 0, "dubbelbestemming": 1, "gebiedsaanduiding": 2, "functieaanduiding": 3, "bouwaanduiding": 4, "bouwvlak": 5}
        return sorted((a for a in self.plan.areas if a.kind in rank), key=lambda a: (rank[a.kind], -a.shape.Area()))

    def title_height(self):
        return 62.0

    def title(self, canvas, x, y, w, h, facts):
        """The title block: facts are (label, text)."""
        canvas.rectangle(x, y, w, h, self.frame_pen)
        canvas.text(x + 4, y + 8, f"bestemmingsplan", 3.2)
        lines = self.wrapped(canvas, self.plan.name, 5.0, w - 8, bold=True)
        for k, line in enumerate(lines[:2]):
            canvas.text(x + 4, y + 15.5 + 6.2 * k, line, 5.0, bold=True)
        top = y + 20 + 6.2 * len(lines[:2])
        canvas.line([(x, top - 3), (x + w, top - 3)], 0.2)
        for k, (label, text) in enumerate(facts):
            canvas.text(x + 4, top + 2 + 4.5 * k, label, 2.5)
            canvas.text(x + 30, top + 2 + 4.5 * k, text, 2.5, bold=k == 0)

    def north(self, canvas, x, y, angle):
        """The north arrow around a point, 20 mm high; degrees counter-clockwise from up."""
        c = canvas.context
        c.save()
        c.translate(x, y)
        c.rotate(-angle * 3.14159265358979 / 180)
        canvas.shape([(0, -9), (-3, 7), (0, 4.6)], 0.2, BLACK, BLACK)
        canvas.shape([(0, -9), (3, 7), (0, 4.6)], 0.2, BLACK, (255, 255, 255))
        canvas.text(0, -10, "N", 3.6, bold=True, align=0.5)
        c.restore()

    def scale_bar(self, canvas, x, y, scale):
        """Four fields of a round number of metres."""
        step = next(s for s in (5, 10, 20, 25, 50, 100) if s * 1000 / scale >= 9)
        w = step * 1000 / scale
        for k in range(4):
            canvas.rectangle(x + k * w, y, w, 1.4, 0.15, BLACK, BLACK if k % 2 == 0 else (255, 255, 255))
        for k in range(0, 5, 2):
            canvas.text(x + k * w, y - 0.9, f"{k * step}", 2.0, align=0.5)
        canvas.text(x + 4 * w + 4, y - 0.9, "m", 2.0)

    def cross(self, canvas, x, y, ux, uy):
        """A grid cross; (ux, uy) is the way of the x axis."""
        r = 3.0
        canvas.line([(x - ux * r, y - uy * r), (x + ux * r, y + uy * r)], self.grid_pen)
        canvas.line([(x + uy * r, y - ux * r), (x - uy * r, y + ux * r)], self.grid_pen)

    def grid_text(self, metres, axis):
        return f"{metres}"

    def facts(self, scale, paper):
        status = f"{self.plan.status} d.d. {long_date(self.plan.date)}"
        return [("Identificatie", self.plan.imro_id), ("Schaal", f"1:{scale}"), ("Formaat", paper), ("Datum", long_date(self.plan.date)),
                ("Status", status), ("Gemeente", self.plan.government.replace("gemeente ", "").replace("Gemeente ", "")), ("Blad", "1 van 1")]

    def wrapped(self, canvas, text, size, width, **face):
        lines, line = [], ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and canvas.text_width(longer, size, **face) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        return lines + [line]

    def swatch_of(self, area, letters=True):
        """A swatch drawn as the area is, with its letters."""
        def draw(canvas, x, y, w, h):
            shape = box_shape((x, y, x + w, y + h))
            self.ground(canvas, area, shape)
            self.border(canvas, area, shape)
            text, size = self.label(area)
            if letters and text:
                canvas.text(x + w / 2, y + h / 2, text, min(size, 2.6), align=0.5, centred=True)
        return draw

    def distinct(self, *kinds):
        """One area of each name, in the order of the alphabet."""
        found = {}
        for area in self.plan.of(*kinds):
            found.setdefault((area.name, self.label(area)[0]), area)
        return [found[k] for k in sorted(found)]
