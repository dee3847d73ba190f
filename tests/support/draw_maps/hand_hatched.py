"""A draughtsman before colour: hatching and dots in black, class letters and Roman numerals that only the legend explains.

Bestemmingen are told apart by hatch and letters (W, E2); values by a class letter of a table in the legend ("a: goothoogte 3,50 m,
bouwhoogte 8 m"), the number of bouwlagen by a Roman numeral. Building boundaries are thick, boundaries of classes dotted.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from .canvas import BLACK, WHITE
from .hand import Hand, Row, Section, long_date
from .prabpk_signs import Sign

ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
#: by hoofdgroep: lists of (kind, angle, spacing); kind lines, broken or dots
PATTERNS = {
    "wonen": [("lines", 45, 2.6)], "woongebied": [("lines", 45, 5.2)], "bedrijf": [("lines", 45, 3.0), ("lines", 135, 3.0)],
    "bedrijventerrein": [("lines", 0, 3.0), ("lines", 90, 3.0)], "groen": [("dots", 0, 2.6)], "tuin": [("dots", 0, 4.4)],
    "maatschappelijk": [("lines", 0, 2.2)], "kantoor": [("lines", 90, 2.2)], "agrarisch": [("broken", 0, 3.4)], "sport": [("broken", 45, 3.0)],
    "recreatie": [("broken", 135, 3.0)], "detailhandel": [("lines", 135, 1.6)], "horeca": [("lines", 135, 3.2), ("dots", 0, 4.0)],
    "water": [("broken", 0, 1.8)], "verkeer": [], "centrum": [("lines", 30, 2.4)], "gemengd": [("lines", 150, 2.4)],
}


class Hatched(Hand):
    name = "hatched"
    font = "Nimbus Sans"
    legend_side = "right"
    legend_width = 92.0
    swatch = (18.0, 8.0)
    text_size = 2.7
    grey = (120, 120, 120)
    topography_pen = 0.09
    hatch_pen = 0.13
    symbol_air = 0.5

    def __init__(self, plan, gen):
        super().__init__(plan, gen)
        self.classes = {}  # tuple of values -> letter

    def vary(self, gen):
        super().vary(gen)
        self.hatch_pen = gen.uniform(0.1, 0.2)
        self.font = gen.choice(["Nimbus Sans", "Liberation Sans Narrow", "Nimbus Mono PS", "Liberation Sans"])

    def ground(self, canvas, area, shape):
        if area.kind != "enkelbestemming":
            return
        for kind, angle, spacing in PATTERNS.get(area.group, [("lines", 60, 4.0)]):
            if kind == "dots":
                canvas.dots(shape, spacing, 0.22)
            else:
                canvas.hatch(shape, angle, spacing, self.hatch_pen, BLACK, [1.6, 1.2] if kind == "broken" else None)

    def border(self, canvas, area, shape):
        if area.kind == "enkelbestemming":
            canvas.stroke(shape, 0.35)
        elif area.kind == "bouwvlak":
            # the draughtsman scrapes the hatching away where he writes: a building area is white
            canvas.fill(shape, WHITE)
            canvas.stroke(shape, 0.6)
        elif area.kind == "maatvoering":
            canvas.stroke(shape, 0.45, BLACK, [0, 1.3])
        elif area.kind == "dubbelbestemming":
            canvas.stroke(shape, 0.25, BLACK, [5, 1, 0.5, 1])

    def contour(self, canvas, shape):
        canvas.stroke(shape, 0.8, BLACK, [6, 1.5, 0.01, 1.5])

    def label(self, area):
        return (area.code, 4.2) if area.kind == "enkelbestemming" else ("", 0)

    def order(self):
        return [a for a in super().order() if a.kind in ("enkelbestemming", "bouwvlak", "dubbelbestemming")]

    def letters_of(self, values):
        """Class letter of heights and the like, Roman numeral of bouwlagen: "a", "II", "a-II"."""
        lagen = next((v for v in values if v.quantity == "bouwlagen"), None)
        rest = tuple(sorted((v for v in values if v is not lagen), key=lambda v: v.kind))
        parts = []
        if rest:
            if rest not in self.classes:
                k = len(self.classes)
                self.classes[rest] = chr(97 + k) if k < 26 else chr(97 + k // 26 - 1) + chr(97 + k % 26)
            parts.append(self.classes[rest])
        if lagen:
            parts.append(ROMAN[int(lagen.value)])
        return "-".join(parts)

    def signs(self, cell):
        code = cell.bestemming.code if cell.bestemming else ""
        text = f"{code}-{self.letters_of(cell.values)}" if code else self.letters_of(cell.values)
        size = 3.0
        w = len(text) * size * 0.62 + 0.8

        def draw(canvas, x, y):
            canvas.rectangle(x - w / 2, y - size * 0.55, w, size * 1.1, 0, BLACK, WHITE)
            canvas.text(x, y, text, size, align=0.5, centred=True, bold=True)
        return [Sign(w, size * 1.2, draw, tuple(cell.values))]

    def leader(self, canvas, start, tip, sign):
        canvas.line([start, tip], 0.2)

    def said(self, v):
        number = v.text if "," in v.text or v.unit != "m" else v.text
        least = "ten minste" if v.least else "ten hoogste"
        return f"{v.quantity.replace('wooneenheden', 'aantal woningen')} {least} {number}" + {"m": " m", "%": "%", "degree": "°", "m2": " m²"}.get(v.unit, "")

    def sections(self, cells):
        for cell in cells:
            self.letters_of(cell.values)
        frame = [Row("grens van het plan", lambda c, x, y, w, h: c.line([(x, y + h / 2), (x + w, y + h / 2)], 0.8, BLACK, [6, 1.5, 0.01, 1.5]), 4.0),
                 Row("bebouwingsgrens", lambda c, x, y, w, h: c.line([(x, y + h / 2), (x + w, y + h / 2)], 0.6), 4.0)]
        if any(c.outline == "maatvoering" for c in cells):
            frame.append(Row("grens van een bebouwingsklasse", lambda c, x, y, w, h: c.line([(x, y + h / 2), (x + w, y + h / 2)], 0.45, BLACK, [0, 1.3]), 4.0))
        found = [Section("Grenzen", frame), Section("Bestemmingen", [Row(a.name, self.swatch_white(a)) for a in self.distinct("enkelbestemming")])]
        if self.classes:
            found.append(Section("Bebouwingsklassen", [Row(", ".join(self.said(v) for v in values), lambda c, x, y, w, h, t=letter: c.text(
                x + w / 2, y + h / 2, t, 3.0, align=0.5, centred=True, bold=True), 5.0) for values, letter in self.classes.items()]))
        lagen = sorted({int(v.value) for c in cells for v in c.values if v.quantity == "bouwlagen"})
        if lagen:
            found.append(Section("Bouwlagen", [Row(f"ten hoogste {n} bouwlagen" if n > 1 else "ten hoogste 1 bouwlaag", lambda c, x, y, w, h, t=ROMAN[n]: c.text(
                x + w / 2, y + h / 2, t, 3.0, align=0.5, centred=True, bold=True), 5.0) for n in lagen]))
        return found

    def swatch_white(self, area):
        inner = self.swatch_of(area, letters=False)

        def draw(canvas, x, y, w, h):
            inner(canvas, x, y, w, h)
            text = area.code
            half = canvas.text_width(text, 3.0, bold=True) / 2 + 0.6
            canvas.rectangle(x + w / 2 - half, y + h / 2 - 1.8, 2 * half, 3.6, 0, BLACK, WHITE)
            canvas.text(x + w / 2, y + h / 2, text, 3.0, align=0.5, centred=True, bold=True)
        return draw

    def title_height(self):
        return 70.0

    def title(self, canvas, x, y, w, h, facts):
        canvas.rectangle(x, y, w, h, 0.8)
        canvas.text(x + w / 2, y + 8, facts[0][1].upper(), 4.0, align=0.5)
        canvas.text(x + w / 2, y + 18, "BESTEMMINGSPLAN", 4.6, bold=True, align=0.5)
        canvas.text(x + w / 2, y + 26, self.plan.name.upper(), 5.6 if len(self.plan.name) < 20 else 4.2, bold=True, align=0.5)
        canvas.line([(x, y + 31), (x + w, y + 31)], 0.3)
        for k, (label, text) in enumerate(facts[1:]):
            canvas.text(x + 4, y + 38 + 5.4 * k, label, 2.7)
            canvas.text(x + 36, y + 38 + 5.4 * k, text, 2.7)

    def facts(self, scale, paper):
        government = self.plan.government if self.plan.government.lower().startswith("gemeente") else f"gemeente {self.plan.government}"
        return [("", government), ("plankaart", self.plan.number or self.plan.imro_id), ("schaal", f"1 : {scale}"), ("datum", long_date(self.plan.date)),
                ("status", self.plan.status), ("blad", "1")]

    def grid_text(self, metres, axis):
        return f"{metres // 1000}.{metres % 1000:03d}" if metres >= 1000 else str(metres)

    def north(self, canvas, x, y, angle):
        c = canvas.context
        c.save()
        c.translate(x, y)
        c.rotate(-angle * 3.14159265358979 / 180)
        canvas.line([(0, 9), (0, -9)], 0.3)
        canvas.line([(-2.2, -5), (0, -9), (2.2, -5)], 0.3)
        canvas.circle(0, 2, 4, 0.2)
        canvas.text(0, -10.5, "N", 4, align=0.5)
        c.restore()

    def cross(self, canvas, x, y, ux, uy):
        canvas.circle(x, y, 0.25, 0, BLACK, BLACK)
        super().cross(canvas, x, y, ux, uy)
