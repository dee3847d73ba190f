"""An office that keeps to PRABPK2012: its colours, lines and matrix symbols.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math

from .canvas import BLACK, WHITE
from .hand import Hand, Row, Section
from .prabpk_signs import legend_letters, meaning, sign, split

COLOURS = {
    "agrarisch": (235, 240, 210), "agrarisch met waarden": (210, 225, 165), "bedrijf": (180, 95, 210), "bedrijventerrein": (200, 160, 215),
    "bos": (100, 170, 45), "centrum": (255, 200, 190), "cultuur en ontspanning": (255, 60, 130), "detailhandel": (255, 160, 150),
    "dienstverlening": (240, 145, 190), "gemengd": (255, 190, 135), "groen": (40, 200, 70), "horeca": (255, 105, 35), "kantoor": (235, 195, 215),
    "maatschappelijk": (220, 155, 120), "natuur": (130, 165, 145), "recreatie": (185, 215, 70), "sport": (130, 200, 70), "tuin": (200, 215, 110),
    "verkeer": (205, 205, 205), "water": (175, 205, 225), "wonen": (255, 255, 0), "woongebied": (255, 255, 180), "overig": (235, 225, 235),
}


class Prabpk(Hand):
    name = "prabpk"
    thin = 0.18                    # bestemmingsgrens: three times the base map
    sign_paper = None

    turned = False

    def vary(self, gen):
        """Some offices set signs on white, some along the building area; some have another face than Arial."""
        super().vary(gen)
        self.thin = gen.uniform(0.15, 0.25)
        self.sign_paper = gen.choice([None, WHITE])
        self.turned = gen.random() < 0.4
        self.font = gen.choice(["Liberation Sans", "Nimbus Sans", "DejaVu Sans", "Liberation Sans Narrow"])

    def sign_angle(self, edge):
        """Along the building area, to be read from below or from the right."""
        return (90 - math.degrees(edge)) % 180 - 90 if self.turned else 0.0

    def ground(self, canvas, area, shape):
        if area.kind == "enkelbestemming":
            canvas.fill(shape, COLOURS.get(area.group, COLOURS["overig"]))
        elif area.kind == "dubbelbestemming":
            canvas.hatch(shape, 45, 3.2, 0.09, (60, 60, 60), [1.0, 1.0])

    def border(self, canvas, area, shape):
        if area.kind == "enkelbestemming":
            canvas.stroke(shape, self.thin)
        elif area.kind == "dubbelbestemming":
            canvas.stroke(shape, self.thin, BLACK, [2.4, 0.8, 0.4, 0.8])
        elif area.kind == "bouwvlak":
            canvas.stroke(shape, 2 * self.thin)
        elif area.kind == "maatvoering":
            canvas.stroke(shape, self.thin, BLACK, [2.0, 1.0])
        elif area.kind == "gebiedsaanduiding":
            canvas.stroke(shape, self.thin, (90, 90, 90), [4.0, 1.2])
        else:
            canvas.stroke(shape, 0.12, BLACK, [0.9, 0.6])

    def contour(self, canvas, shape):
        canvas.stroke(shape, 0.9, BLACK, [4.5, 1.4, 0.9, 1.4])

    def label(self, area):
        if area.kind in ("functieaanduiding", "bouwaanduiding"):
            return (area.code, 1.9)
        return (area.code, 3.0) if area.kind == "enkelbestemming" else ("", 0)

    def signs(self, cell):
        return [sign([v for v in cell.values if v.quantity in group], paper=self.sign_paper) for group in split(cell.values)]

    def sign_rows(self, cells):
        """One row for each kind of sign on the sheet, with letters where the values stand."""
        found = {}
        for cell in cells:
            for group in split(cell.values):
                values = [v for v in cell.values if v.quantity in group]
                found.setdefault((group, tuple(sorted({v.kind for v in values}))), values)
        rows = []
        for values in sorted(found.values(), key=lambda vs: (len(vs), meaning(vs))):
            drawn = sign(values, paper=self.sign_paper, letters=legend_letters)
            rows.append(Row(meaning(values), lambda c, x, y, w, h, s=drawn: s.draw(c, x + w / 2, y + h / 2), max(6.0, drawn.h)))
        return rows

    def sections(self, cells):
        plain = [Section("Plangebied", [Row("grens van het plangebied", lambda c, x, y, w, h: c.line(
            [(x, y + h / 2), (x + w, y + h / 2)], 0.9, BLACK, [4.5, 1.4, 0.9, 1.4]), 4.0)])]
        for heading, kinds in (("Enkelbestemmingen", ["enkelbestemming"]), ("Dubbelbestemmingen", ["dubbelbestemming"]),
                               ("Gebiedsaanduidingen", ["gebiedsaanduiding"]), ("Functieaanduidingen", ["functieaanduiding"]),
                               ("Bouwaanduidingen", ["bouwaanduiding"])):
            rows = [Row(a.name.replace("other: ", ""), self.swatch_of(a)) for a in self.distinct(*kinds)]
            if rows:
                plain.append(Section(heading, rows))
        block = self.plan.of("bouwvlak")[:1]
        lines = [Row("bouwvlak", self.swatch_of(block[0]))] if block else []
        plain.append(Section("Bouwvlakken", lines))
        measures = self.sign_rows(cells)
        if any(c.outline == "maatvoering" for c in cells):
            class Dashed:
                kind, group, code = "maatvoering", "", ""
            measures.insert(0, Row("maatvoeringsvlak", self.swatch_of(Dashed, letters=False)))
        plain.append(Section("Maatvoeringen", measures))
        return [s for s in plain if s.rows]
