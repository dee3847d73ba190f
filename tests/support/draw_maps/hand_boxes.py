"""An office with plain labels: "g=4 h=8" or "4/8" in a box, or bare, its own pastel colours, the legend on the right in two sizes.

A bouwvlak is a red line; where only part of it has a value that part lies within a red broken line.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from .canvas import BLACK, WHITE
from .hand import Hand, Row, Section, long_date
from .prabpk_signs import Sign

PASTEL = {
    "agrarisch": (226, 240, 203), "bedrijf": (214, 190, 226), "bedrijventerrein": (190, 170, 215), "bos": (140, 190, 120), "centrum": (250, 205, 180),
    "detailhandel": (246, 178, 160), "gemengd": (250, 214, 165), "groen": (176, 216, 150), "horeca": (250, 160, 110), "kantoor": (196, 214, 236),
    "maatschappelijk": (232, 196, 170), "natuur": (150, 195, 170), "recreatie": (214, 228, 140), "sport": (164, 210, 150), "tuin": (228, 236, 176),
    "verkeer": (240, 238, 232), "water": (180, 218, 238), "wonen": (252, 226, 150), "woongebied": (253, 240, 190), "overig": (232, 226, 236),
}
RED = (190, 20, 30)
BLUE = (20, 60, 150)

WORDS = {"maximum goothoogte": "maximale goothoogte in meters", "maximum bouwhoogte": "maximale bouwhoogte in meters",
         "minimum bouwhoogte": "minimale bouwhoogte in meters", "maximum bebouwingspercentage": "maximaal bebouwingspercentage",
         "maximum dakhelling": "maximale dakhelling in graden", "maximum aantal bouwlagen": "maximaal aantal bouwlagen",
         "maximum aantal wooneenheden": "maximaal aantal wooneenheden", "maximum oppervlakte": "maximale oppervlakte in m²"}
LETTER = {"goothoogte": "g", "bouwhoogte": "h", "dakhelling": "d", "bouwlagen": "L", "wooneenheden": "w", "oppervlakte": "opp"}


class Boxes(Hand):
    """Letters with an equals sign: "g=4 h=8"; what is not goot or bouw on a line of its own."""
    name = "boxes"
    font = "DejaVu Sans"
    legend_width = 96.0
    swatch = (16.0, 6.5)
    text_size = 2.5
    sign_size = 2.3

    def vary(self, gen):
        super().vary(gen)
        self.sign_size *= gen.uniform(0.9, 1.2)
        self.font = gen.choice(["DejaVu Sans", "Carlito", "Liberation Sans", "C059"])

    def ground(self, canvas, area, shape):
        if area.kind == "enkelbestemming":
            canvas.fill(shape, PASTEL.get(area.group, PASTEL["overig"]))
        elif area.kind == "dubbelbestemming":
            canvas.hatch(shape, 135, 5.0, 0.12, (120, 140, 170), clipped=True)

    def border(self, canvas, area, shape):
        if area.kind == "enkelbestemming":
            canvas.stroke(shape, 0.25, (70, 70, 70))
        elif area.kind == "bouwvlak":
            canvas.stroke(shape, 0.45, RED)
        elif area.kind == "maatvoering":
            canvas.stroke(shape, 0.25, RED, [1.2, 0.8])
        elif area.kind == "dubbelbestemming":
            canvas.stroke(shape, 0.18, (120, 140, 170))
        else:
            canvas.stroke(shape, 0.18, BLUE, [0.5, 0.9])

    def contour(self, canvas, shape):
        canvas.stroke(shape, 1.2, (60, 60, 60))

    def label(self, area):
        if area.kind in ("functieaanduiding", "bouwaanduiding"):
            return (area.code.strip("()"), 1.9)
        return (area.code, 3.6) if area.kind == "enkelbestemming" else ("", 0)

    def grid_text(self, metres, axis):
        return f"{axis.upper()} {metres}"

    def text_lines(self, values, letter=lambda v: v.text):
        """The lines of a label."""
        first, rest = [], []
        for v in sorted(values, key=lambda v: ("goothoogte", "bouwhoogte").index(v.quantity) if v.quantity in ("goothoogte", "bouwhoogte") else 9):
            if v.quantity in ("goothoogte", "bouwhoogte") and not v.least:
                first.append(f"{LETTER[v.quantity]}={letter(v)}")
            elif v.quantity == "bebouwingspercentage":
                rest.append(f"{letter(v)}%")
            elif v.quantity == "bouwlagen":
                rest.append(f"{letter(v)}L")
            else:
                rest.append(f"{'min ' if v.least else ''}{LETTER[v.quantity] if not v.least else 'h'}={letter(v)}")
        return ([" ".join(first)] if first else []) + rest

    def boxed(self, lines, values, canvas_font=None):
        size, line_h = self.sign_size, self.sign_size * 1.28
        w = max(len(line) for line in lines) * size * 0.66 + 1.6
        h = len(lines) * line_h + 1.0

        def draw(canvas, x, y):
            canvas.rectangle(x - w / 2, y - h / 2, w, h, 0.2, BLACK, WHITE)
            for k, line in enumerate(lines):
                canvas.text(x, y + (k - (len(lines) - 1) / 2) * line_h, line, size, align=0.5, centred=True)
        return Sign(w, h, draw, tuple(values))

    def signs(self, cell):
        return [self.boxed(self.text_lines(cell.values), cell.values)]

    def leader(self, canvas, start, tip, sign):
        canvas.line([start, tip], 0.2)
        dx, dy = tip[0] - start[0], tip[1] - start[1]
        away = max(0.1, (dx * dx + dy * dy) ** 0.5)
        ux, uy = dx / away, dy / away
        canvas.shape([tip, (tip[0] - 1.8 * ux - 0.6 * uy, tip[1] - 1.8 * uy + 0.6 * ux), (tip[0] - 1.8 * ux + 0.6 * uy, tip[1] - 1.8 * uy - 0.6 * ux)],
                     0, BLACK, BLACK)

    def measures(self, cells):
        """What each letter of a label means."""
        kinds = sorted({v.kind: v for c in cells for v in c.values}.values(), key=lambda v: v.kind)
        rows = []
        for v in kinds:
            text = {"bebouwingspercentage": "…%", "bouwlagen": "…L"}.get(v.quantity) or f"{'min ' if v.least else ''}{LETTER[v.quantity]}=…"
            rows.append(Row(WORDS[v.kind], lambda c, x, y, w, h, t=text: c.text(x + w / 2, y + h / 2, t, 2.6, align=0.5, centred=True), 5.0))
        return Section("Maatvoering (in het kader)", rows)

    def lines_of_legend(self, cells):
        class Part:
            kind, group, code = "maatvoering", "", ""
        block = self.plan.of("bouwvlak")[:1]
        rows = [Row("plangrens", lambda c, x, y, w, h: c.line([(x, y + h / 2), (x + w, y + h / 2)], 1.2, (60, 60, 60)), 4.0)]
        rows += [Row("grens bouwvlak", self.swatch_of(b)) for b in block]
        if any(c.outline == "maatvoering" for c in cells):
            rows.append(Row("grens van de maatvoering", self.swatch_of(Part, letters=False)))
        return Section("Lijnen", rows)

    def sections(self, cells):
        found = [Section("Bestemmingen", [Row(f"{a.name} (artikel {a.article})" if a.article else a.name, self.swatch_of(a))
                                          for a in self.distinct("enkelbestemming")])]
        double = [Row(a.name, self.swatch_of(a)) for a in self.distinct("dubbelbestemming")]
        other = [Row(a.name.replace("other: ", ""), self.swatch_of(a)) for a in self.distinct("functieaanduiding", "bouwaanduiding", "gebiedsaanduiding")]
        if double:
            found.append(Section("Dubbelbestemmingen", double))
        if other:
            found.append(Section("Aanduidingen", other))
        return found + [self.lines_of_legend(cells), self.measures(cells)]

    def title(self, canvas, x, y, w, h, facts):
        canvas.rectangle(x, y, w, h, self.frame_pen)
        canvas.rectangle(x, y, w, 14, 0, BLACK, (222, 230, 240))
        canvas.text(x + w / 2, y + 9, self.plan.name, 5.2, bold=True, align=0.5)
        for k, (label, text) in enumerate(facts):
            row = y + 20 + 5.4 * k
            canvas.line([(x, row + 1.8), (x + w, row + 1.8)], 0.1, (120, 120, 120))
            canvas.text(x + 4, row, label.lower() + ":", 2.3, (80, 80, 80))
            canvas.text(x + 34, row, text, 2.5)

    def facts(self, scale, paper):
        year, month, day = self.plan.date.split("-")
        return [("Plannummer", self.plan.imro_id), ("Planstatus", self.plan.status), ("Datum", f"{day}-{month}-{year}"), ("Schaal", f"1:{scale}"),
                ("Formaat", paper), ("Getekend", "afdeling Ruimte"), ("Vaststelling", long_date(self.plan.date))]


class Slashes(Boxes):
    """ "4/8": goothoogte and bouwhoogte with a slash between; other values in words' first letters; the legend shows an example."""
    name = "slashes"
    font = "Carlito"
    legend_side = "left"
    legend_width = 84.0
    sign_size = 2.8

    def text_lines(self, values, letter=lambda v: v.text):
        most = {v.quantity: letter(v) for v in values if not v.least}
        lines = []
        if "goothoogte" in most and "bouwhoogte" in most:
            lines.append(f"{most['goothoogte']}/{most['bouwhoogte']}")
        elif "goothoogte" in most:
            lines.append(f"{most['goothoogte']}/-")
        elif "bouwhoogte" in most:
            lines.append(f"-/{most['bouwhoogte']}")
        rest = [v for v in values if v.least or v.quantity not in ("goothoogte", "bouwhoogte")]
        return lines + super().text_lines(rest, letter)

    def measures(self, cells):
        section = super().measures(cells)
        there = {v.kind for c in cells for v in c.values}
        section.rows = [r for r in section.rows if r.text not in (WORDS["maximum goothoogte"], WORDS["maximum bouwhoogte"])]
        section.heading = "Bouwregels"
        if there & {"maximum goothoogte", "maximum bouwhoogte"}:
            example = self.boxed(["g/b"], ())
            section.rows.insert(0, Row("maximale goothoogte (g) / maximale bouwhoogte (b) in meters; - : niet aangegeven",
                                       lambda c, x, y, w, h: example.draw(c, x + w / 2, y + h / 2), 6.0))
        return section
