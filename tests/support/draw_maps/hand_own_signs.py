"""An office of about 2008 with signs of its own: a bar above a number in a circle for the goothoogte, a double bar for the bouwhoogte,
a diamond for the percentage. Colours of its own, a serif face, lines in brown, the legend below the drawing.

Only the legend says what a sign means.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from .canvas import BLACK, WHITE
from .hand import Hand, Row, Section, long_date
from .prabpk_signs import Sign

COLOURS = {
    "agrarisch": (222, 236, 190), "bedrijf": (190, 120, 200), "bedrijventerrein": (170, 130, 200), "bos": (90, 150, 70), "centrum": (255, 180, 150),
    "detailhandel": (240, 120, 110), "gemengd": (240, 170, 90), "groen": (120, 200, 100), "horeca": (235, 120, 60), "kantoor": (200, 160, 220),
    "maatschappelijk": (230, 150, 90), "natuur": (90, 160, 130), "recreatie": (200, 220, 90), "sport": (150, 210, 90), "tuin": (216, 230, 150),
    "verkeer": (190, 190, 190), "water": (140, 190, 230), "wonen": (250, 215, 60), "woongebied": (250, 235, 150), "overig": (225, 215, 225),
}
BROWN = (90, 50, 20)
MEANING = {"maximum goothoogte": "toegestane goothoogte in meters, ten hoogste", "maximum bouwhoogte": "toegestane bouwhoogte in meters, ten hoogste",
           "minimum bouwhoogte": "bouwhoogte in meters, ten minste", "maximum bebouwingspercentage": "bebouwingspercentage, ten hoogste",
           "maximum dakhelling": "dakhelling in graden, ten hoogste", "maximum aantal bouwlagen": "aantal bouwlagen, ten hoogste",
           "maximum aantal wooneenheden": "aantal wooneenheden, ten hoogste", "maximum oppervlakte": "oppervlakte in m², ten hoogste"}


class OwnSigns(Hand):
    name = "own_signs"
    font = "Liberation Serif"
    legend_side = "below"
    legend_width = 98.0
    swatch = (15.0, 7.0)
    text_size = 2.9
    grey = (165, 150, 140)
    frame_pen = 0.8

    def vary(self, gen):
        super().vary(gen)
        self.font = gen.choice(["Liberation Serif", "C059", "P052", "Caladea"])

    def ground(self, canvas, area, shape):
        if area.kind == "enkelbestemming":
            canvas.fill(shape, COLOURS.get(area.group, COLOURS["overig"]))
        elif area.kind == "dubbelbestemming":
            canvas.hatch(shape, 0, 4.2, 0.15, (150, 60, 40), clipped=True)
        elif area.kind == "gebiedsaanduiding":
            canvas.hatch(shape, 90, 6.0, 0.12, (60, 90, 160), [2, 2], clipped=True)

    def border(self, canvas, area, shape):
        if area.kind == "enkelbestemming":
            canvas.stroke(shape, 0.3, BROWN)
        elif area.kind == "bouwvlak":
            canvas.stroke(shape, 0.7, (40, 40, 40))
        elif area.kind == "maatvoering":
            canvas.stroke(shape, 0.35, (40, 40, 40), [3.0, 0.9, 0.6, 0.9])
        elif area.kind in ("dubbelbestemming", "gebiedsaanduiding"):
            canvas.stroke(shape, 0.2, (150, 60, 40))
        else:
            canvas.stroke(shape, 0.2, (60, 90, 160), [1.0, 0.8])

    def contour(self, canvas, shape):
        canvas.stroke(shape, 1.6, (200, 40, 40))

    def label(self, area):
        if area.kind in ("functieaanduiding", "bouwaanduiding"):
            return (area.code, 2.2)
        return (area.code, 4.0) if area.kind == "enkelbestemming" else ("", 0)

    def grid_text(self, metres, axis):
        return f"{axis}={metres}"

    def one(self, v, text=None):
        """The sign of one value."""
        shown = v.text if text is None else text
        size, r = 2.7, 3.1 if len(shown) < 3 else 3.7
        kind = v.kind

        def draw(canvas, x, y):
            if kind == "maximum bebouwingspercentage":
                canvas.shape([(x - r * 1.35, y), (x, y - r * 1.1), (x + r * 1.35, y), (x, y + r * 1.1)], 0.22, BLACK, WHITE)
            elif kind in ("maximum aantal bouwlagen", "maximum aantal wooneenheden"):
                canvas.rectangle(x - r, y - r * 0.85, 2 * r, 1.7 * r, 0.22, BLACK, WHITE)
                if kind == "maximum aantal bouwlagen":
                    canvas.line([(x - r, y + r * 0.62), (x + r, y + r * 0.62)], 0.22)
            else:
                canvas.circle(x, y, r, 0.22, BLACK, WHITE)
            canvas.text(x, y, shown, size, align=0.5, centred=True)
            up = y - r - 0.7
            if kind == "maximum goothoogte":
                canvas.line([(x - r, up), (x + r, up)], 0.35)
            elif kind == "maximum bouwhoogte":
                canvas.line([(x - r, up), (x + r, up)], 0.35)
                canvas.line([(x - r, up - 0.8), (x + r, up - 0.8)], 0.35)
            elif kind == "minimum bouwhoogte":
                canvas.line([(x - r, y + r + 0.7), (x + r, y + r + 0.7)], 0.35)
                canvas.line([(x - r, y + r + 1.5), (x + r, y + r + 1.5)], 0.35)
            elif kind == "maximum dakhelling":
                canvas.line([(x - r, y - r - 0.4), (x, y - r - 1.6), (x + r, y - r - 0.4)], 0.35)
            elif kind == "maximum oppervlakte":
                canvas.rectangle(x - r - 0.7, y - r - 0.7, 2 * r + 1.4, 2 * r + 1.4, 0.22)
        w = 2 * r * (1.35 if kind == "maximum bebouwingspercentage" else 1.0) + 1.2
        return Sign(w, 2 * r + 3.8, draw, (v,))

    def signs(self, cell):
        """All values of a cell in one row, as this office sets them."""
        order = list(MEANING)
        row = [self.one(v) for v in sorted(cell.values, key=lambda v: order.index(v.kind))]
        width = sum(s.w for s in row)

        def draw(canvas, x, y):
            left = x - width / 2
            for single in row:
                single.draw(canvas, left + single.w / 2, y)
                left += single.w
        return [Sign(width, max(s.h for s in row), draw, tuple(cell.values))]

    def leader(self, canvas, start, tip, sign):
        canvas.line([start, tip], 0.25, BROWN)
        canvas.circle(tip[0], tip[1], 0.7, 0.2, BROWN, WHITE)

    def sections(self, cells):
        found = [Section("bestemmingen", [Row(a.name, self.swatch_of(a)) for a in self.distinct("enkelbestemming")])]
        other = [Row(a.name.replace("other: ", ""), self.swatch_of(a)) for a in
                 self.distinct("dubbelbestemming", "gebiedsaanduiding", "functieaanduiding", "bouwaanduiding")]
        if other:
            found.append(Section("overige aanduidingen", other))
        lines = [Row("plangrens", lambda c, x, y, w, h: c.line([(x, y + h / 2), (x + w, y + h / 2)], 1.6, (200, 40, 40)), 4.0)]
        lines += [Row("bouwvlak", self.swatch_of(b)) for b in self.plan.of("bouwvlak")[:1]]
        if any(c.outline == "maatvoering" for c in cells):
            class Part:
                kind, group, code = "maatvoering", "", ""
            lines.append(Row("scheiding van bouwhoogten", self.swatch_of(Part, letters=False)))
        kinds = sorted({v.kind: v for c in cells for v in c.values}.values(), key=lambda v: list(MEANING).index(v.kind))
        rows = []
        for v in kinds:
            drawn = self.one(v, {"maximum bebouwingspercentage": "xx", "maximum aantal wooneenheden": "n"}.get(v.kind, "x"))
            rows.append(Row(MEANING[v.kind], lambda c, x, y, w, h, s=drawn: s.draw(c, x + w / 2, y + h / 2), 11.0))
        return found + [Section("grenzen", lines), Section("maten", rows)]

    def title(self, canvas, x, y, w, h, facts):
        canvas.rectangle(x, y, w, h, self.frame_pen)
        canvas.text(x + 5, y + 9, self.plan.government, 3.4, italic=True)
        canvas.text(x + 5, y + 18, f"Bestemmingsplan {self.plan.name}", 4.6 if len(self.plan.name) < 22 else 3.8, bold=True)
        canvas.line([(x + 5, y + 21), (x + w - 5, y + 21)], 0.4, (200, 40, 40))
        for k, (label, text) in enumerate(facts):
            canvas.text(x + 5 + (k % 2) * w * 0.5, y + 28 + 8.0 * (k // 2), label, 2.2, (110, 90, 80))
            canvas.text(x + 5 + (k % 2) * w * 0.5, y + 31.5 + 8.0 * (k // 2), text, 2.7)

    def title_height(self):
        return 66.0

    def facts(self, scale, paper):
        return [("planidentificatie", self.plan.imro_id), ("tekeningnummer", "RO-08-014"), ("schaal", f"1:{scale}"), ("formaat", paper),
                ("status", self.plan.status), ("datum", long_date(self.plan.date))]
