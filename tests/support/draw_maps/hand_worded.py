"""An office that writes its values in words, without signs: "goot 4 m", "max. nok 8 m", "3 lagen", "bp 60%".

Colours are transparent, the fields of bestemmingen are clipped paint, dubbelbestemmingen a repeated tile; the legend lies below the
drawing, each line in the words of that office. A building area is a blue line that is drawn twice.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import cairo

from .canvas import BLACK
from .hand import Hand, Row, Section
from .hand_boxes import PASTEL
from .prabpk_signs import Sign

BLUE = (0, 70, 160)
#: kind -> (as it stands on the sheet, its explanation in the legend); # is the number
WORDS = {
    "maximum goothoogte": ("goot # m", "hoogste goothoogte, in meters boven peil"),
    "maximum bouwhoogte": ("bouw # m", "hoogste bouwhoogte, in meters boven peil"),
    "minimum bouwhoogte": ("min. bouw # m", "minste bouwhoogte, in meters boven peil"),
    "maximum bebouwingspercentage": ("bp #%", "bebouwingspercentage van het bouwvlak, ten hoogste"),
    "maximum dakhelling": ("kap #°", "dakhelling in graden, ten hoogste"),
    "maximum aantal bouwlagen": ("# lagen", "aantal bouwlagen, ten hoogste"),
    "maximum aantal wooneenheden": ("# won.", "aantal wooneenheden, ten hoogste"),
    "maximum oppervlakte": ("opp # m²", "bebouwde oppervlakte in vierkante meters, ten hoogste"),
}


class Worded(Hand):
    name = "worded"
    font = "C059"
    legend_side = "below"
    legend_width = 90.0
    swatch = (20.0, 6.5)
    text_size = 2.6
    sign_size = 2.5
    symbol_air = 0.5

    def vary(self, gen):
        super().vary(gen)
        self.font = gen.choice(["C059", "P052", "Carlito", "Liberation Serif"])
        self.sign_size *= gen.uniform(0.9, 1.15)

    def paint(self, canvas, shape, rgb, alpha):
        """A field as some programs write it: the whole of its box painted, through a clip."""
        c = canvas.context
        c.save()
        canvas.path(shape)
        c.set_fill_rule(cairo.FILL_RULE_EVEN_ODD)
        c.clip()
        x0, x1, y0, y1 = shape.GetEnvelope()
        c.rectangle(x0 - 1, y0 - 1, x1 - x0 + 2, y1 - y0 + 2)
        c.set_source_rgba(*(v / 255 for v in rgb), alpha)
        c.fill()
        c.restore()

    def tiled(self, canvas, shape, rgb):
        """Hatching as a tile that is repeated."""
        side = 4.0
        tile = cairo.RecordingSurface(cairo.CONTENT_COLOR_ALPHA, cairo.Rectangle(0, 0, side, side))
        t = cairo.Context(tile)
        t.set_source_rgb(*(v / 255 for v in rgb))
        t.set_line_width(0.18)
        for k in (-side, 0, side):
            t.move_to(k, side)
            t.line_to(k + side, 0)
        t.stroke()
        pattern = cairo.SurfacePattern(tile)
        pattern.set_extend(cairo.EXTEND_REPEAT)
        c = canvas.context
        canvas.path(shape)
        c.set_source(pattern)
        c.set_fill_rule(cairo.FILL_RULE_EVEN_ODD)
        c.fill()

    def ground(self, canvas, area, shape):
        if area.kind == "enkelbestemming":
            self.paint(canvas, shape, PASTEL.get(area.group, PASTEL["overig"]), 0.8)
        elif area.kind == "dubbelbestemming":
            self.tiled(canvas, shape, (110, 110, 110))

    def border(self, canvas, area, shape):
        if area.kind == "enkelbestemming":
            canvas.stroke(shape, 0.3)
        elif area.kind == "bouwvlak":
            canvas.stroke(shape, 0.5, BLUE)
            canvas.stroke(shape, 0.5, BLUE)
        elif area.kind == "maatvoering":
            canvas.stroke(shape, 0.35, BLUE, [2.4, 1.0])
        else:
            canvas.stroke(shape, 0.18, (120, 60, 60), [0.8, 0.8])

    def contour(self, canvas, shape):
        canvas.stroke(shape, 1.0, BLACK, [4, 2])

    def label(self, area):
        if area.kind in ("functieaanduiding", "bouwaanduiding"):
            return (area.code, 1.9)
        return (area.code, 3.8) if area.kind == "enkelbestemming" else ("", 0)

    def lines_for(self, values):
        order = list(WORDS)
        return [WORDS[v.kind][0].replace("#", v.text) for v in sorted(values, key=lambda v: order.index(v.kind))]

    def signs(self, cell):
        lines = self.lines_for(cell.values)
        size, pitch = self.sign_size, self.sign_size * 1.2
        w, h = max(len(line) for line in lines) * size * 0.56, len(lines) * pitch

        def draw(canvas, x, y):
            for k, line in enumerate(lines):
                canvas.text(x, y + (k - (len(lines) - 1) / 2) * pitch, line, size, align=0.5, centred=True)
        return [Sign(w, h, draw, tuple(cell.values))]

    def leader(self, canvas, start, tip, sign):
        canvas.line([start, tip], 0.2)
        canvas.circle(tip[0], tip[1], 0.4, 0, BLACK, BLACK)

    def grid_text(self, metres, axis):
        return f"{metres} m"

    def sections(self, cells):
        class Part:
            kind, group, code = "maatvoering", "", ""
        found = [Section("Bestemmingen", [Row(f"{a.name}, artikel {a.article}" if a.article else a.name, self.swatch_of(a))
                                          for a in self.distinct("enkelbestemming")])]
        double = [Row(a.name, self.swatch_of(a, letters=False)) for a in self.distinct("dubbelbestemming")]
        if double:
            found.append(Section("Dubbelbestemmingen", double))
        other = [Row(a.name.replace("other: ", ""), self.swatch_of(a)) for a in self.distinct("functieaanduiding", "bouwaanduiding", "gebiedsaanduiding")]
        if other:
            found.append(Section("Aanduidingen", other))
        lines = [Row("grens van het plangebied", lambda c, x, y, w, h: c.line([(x, y + h / 2), (x + w, y + h / 2)], 1.0, BLACK, [4, 2]), 4.0)]
        lines += [Row("bouwvlak", self.swatch_of(b)) for b in self.plan.of("bouwvlak")[:1]]
        if any(c.outline == "maatvoering" for c in cells):
            lines.append(Row("scheiding bouwhoogte of andere maat", self.swatch_of(Part, letters=False)))
        found.append(Section("Grenzen", lines))
        kinds = [k for k in WORDS if any(v.kind == k for c in cells for v in c.values)]
        found.append(Section("Verklaring van de maten", [Row(WORDS[k][1], lambda c, x, y, w, h, t=WORDS[k][0].replace("#", "…"): c.text(
            x + w / 2, y + h / 2, t, 2.5, align=0.5, centred=True), 5.0) for k in kinds]))
        return found
