"""The matrix symbols of PRABPK2012 (s100 to s130) and which of them shows a set of values.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import math
from dataclasses import dataclass

from .canvas import BLACK

#: letters of the standard symbols by quantity: s129 (minimum), s130 (maximum)
OTHERS = {"bedrijven": ("a", "a"), "gebouwen": ("d", "c"), "parkeerplaatsen": ("e", "d"), "winkels": ("h", "g"), "wooneenheden": ("i", ""),
          "bebouwd oppervlak": ("j", "h"), "bebouwingspercentage": ("k", ""), "breedte": ("l", "i"), "diepte": ("m", "s"), "hoogte": ("n", "j"),
          "lengte": ("p", "l"), "oppervlakte": ("q", "m"), "vloeroppervlakte": ("r", "n"), "volume": ("w", "r"), "bouwlagen": ("c", "")}
LETTERS = {"goothoogte": "a", "bouwhoogte": "b", "dakhelling": "c", "bebouwingspercentage": "D", "wooneenheden": "E", "bouwlagen": "F"}
MARKS = {"goothoogte": "arc", "bouwhoogte": "triangle", "dakhelling": "caret"}
SMALL, LARGE = 6.6, 10.4  # millimetres across


@dataclass
class Sign:
    """A sign as it stands on a sheet: its size in millimetres and how to draw it around a point."""
    w: float
    h: float
    draw: object            # draw(canvas, x, y)
    values: tuple = ()
    r: float = 0.0          # of a round one


def mark(canvas, kind, x, y, size, below, pen):
    """The small sign at a number: an arc (goot), a triangle (bouw), both turned round where they stand below, a caret (dakhelling)."""
    turn = -1 if below else 1
    if kind == "arc":
        r = size * 0.62
        if below:
            canvas.arc(x, y - r * 0.80, r, 48, 132, pen)
        else:
            canvas.arc(x, y + r * 0.80, r, 228, 312, pen)
    elif kind == "triangle":
        s = size * 0.30
        canvas.shape([(x - s, y - turn * s * 0.85), (x + s, y - turn * s * 0.85), (x, y + turn * s * 0.85)], pen)
    elif kind == "caret":
        s = size * 0.30
        canvas.line([(x - s, y + s * 0.5), (x, y - s * 0.5), (x + s, y + s * 0.5)], pen)


def cell(canvas, x, y, size, quantity, least, most, pen):
    """A number, or "least - most", with the marks of its quantity above a maximum and below a minimum."""
    kind = MARKS.get(quantity)
    if quantity == "bebouwingspercentage":
        width = canvas.text_width(most, size)
        small = canvas.text_width("%", size * 0.62)
        canvas.text(x - (width + small) / 2, y, most, size, centred=True)
        canvas.text(x - (width + small) / 2 + width, y + size * 0.10, "%", size * 0.62, centred=True)
        return
    parts = [(t, b) for t, b in ((least, True), (most, False)) if t]
    gap = canvas.text_width("-", size) + size * 0.36
    widths = [canvas.text_width(t, size) for t, _ in parts]
    left = x - (sum(widths) + gap * (len(parts) - 1)) / 2
    for k, ((text, below), width) in enumerate(zip(parts, widths)):
        middle = left + width / 2
        shift = 0 if not kind else (-0.16 if below else 0.16) * size
        canvas.text(middle, y + shift, text, size, align=0.5, centred=True)
        if kind:
            mark(canvas, kind, middle, y + shift + (0.66 if below else -0.66) * size, size, below, pen)
        if k == 0 and len(parts) == 2:
            canvas.text(left + width + gap / 2, y, "-", size, align=0.5, centred=True)
        left += width + gap


def ranges(values):
    """Quantity -> (least, most) as text, in the order of the symbols."""
    found = {}
    for v in values:
        least, most = found.get(v.quantity, ("", ""))
        found[v.quantity] = (v.text, most) if v.least else (least, v.text)
    return found


# Where the cells of a circle stand, in radii: by the quantities that share it.
G, B, D, P, F = "goothoogte", "bouwhoogte", "dakhelling", "bebouwingspercentage", "bouwlagen"
LAYOUTS = {
    (G, B): ("half", [(0, -0.47), (0, 0.50)]), (B, P): ("half", [(0, -0.47), (0, 0.47)]),
    (G, B, D): ("three", [(-0.45, -0.34), (0.45, -0.34), (0, 0.48)]),
    (G, B, P): ("three", [(-0.45, -0.34), (0.45, -0.34), (0, 0.48)]),
    (B, F, P): ("three", [(-0.45, -0.34), (0.45, -0.34), (0, 0.48)]),
    (G, B, D, P): ("four", [(-0.45, -0.36), (0.45, -0.36), (-0.43, 0.42), (0.43, 0.42)]),
}


def stacked(quantities, texts, values, pen, paper):
    """s115 and s118: minimum and maximum of three or four quantities, one a row, in a square with round corners."""
    size, row_h, w = 1.9, 3.7, 12.6
    h = row_h * len(quantities)

    def draw(canvas, x, y):
        c, r = canvas.context, 3.0
        left, top = x - w / 2, y - h / 2
        for fill in (True, False):
            c.new_sub_path()
            for k, (cx, cy) in enumerate(((left + w - r, top + r), (left + w - r, top + h - r), (left + r, top + h - r), (left + r, top + r))):
                c.arc(cx, cy, r, math.pi * (k - 1) / 2, math.pi * k / 2)
            c.close_path()
            if fill and paper is None:
                c.new_path()
                continue
            canvas.colour(paper if fill else BLACK)
            c.set_line_width(pen)
            c.set_dash([])
            c.fill() if fill else c.stroke()
        for k, (quantity, (least, most)) in enumerate(zip(quantities, texts)):
            cell(canvas, x, top + row_h * (k + 0.5), size, quantity, least, most, pen * 0.7)
            if k:
                canvas.line([(left, top + row_h * k), (left + w, top + row_h * k)], pen)
    return Sign(w, h, draw, tuple(values))


def circle(quantities, texts, values, pen, paper):
    spread = any(least and most for least, most in texts)
    if spread and len(quantities) > 2:
        return stacked(quantities, texts, values, pen, paper)
    if len(quantities) == 1:
        diameter = SMALL * (1.45 if spread else 1.2 if len(texts[0][1] or texts[0][0]) > 2 else 1.0)
        division, places, size = "", [(0, 0)], 2.5
    else:
        division, places = LAYOUTS[quantities]
        diameter = LARGE * (1.22 if spread else 1.0) * (1.06 if len(quantities) == 4 else 1.0)
        size = 2.5 if division == "half" else 2.1
    r = diameter / 2

    def draw(canvas, x, y):
        canvas.circle(x, y, r, pen, BLACK, paper)
        if division:
            canvas.line([(x - r, y), (x + r, y)], pen)
        if division in ("three", "four"):
            canvas.line([(x, y - r), (x, y + (r if division == "four" else 0))], pen)
        for quantity, (least, most), (px, py) in zip(quantities, texts, places):
            cell(canvas, x + px * r, y + py * r, size, quantity, least, most, pen * 0.8)
    return Sign(diameter, diameter, draw, tuple(values), r)


def square(quantity, text, values, pen, paper, double=False, dashed=False):
    side = 6.2 if len(text) < 3 else 7.4

    def draw(canvas, x, y):
        canvas.rectangle(x - side / 2, y - side / 2, side, side, pen, BLACK, paper, [1.1, 0.7] if dashed else None)
        if double:
            canvas.rectangle(x - side / 2 + 0.75, y - side / 2 + 0.75, side - 1.5, side - 1.5, pen)
        canvas.text(x, y, text, 2.5, align=0.5, centred=True)
    return Sign(side, side, draw, tuple(values))


def pill(text, values, pen, paper):
    w, h = 13.0, 6.0

    def draw(canvas, x, y):
        r = h / 2
        c = canvas.context
        for fill in (True, False):
            c.new_sub_path()
            c.arc(x - w / 2 + r, y, r, 1.5707963, 4.7123890)
            c.arc(x + w / 2 - r, y, r, -1.5707963, 1.5707963)
            c.close_path()
            if fill and paper is None:
                c.new_path()
            elif fill:
                canvas.colour(paper)
                c.fill()
            else:
                canvas.colour(BLACK)
                c.set_line_width(pen)
                c.set_dash([])
                c.stroke()
        canvas.text(x, y, text + " m²", 2.4, align=0.5, centred=True)
    return Sign(w, h, draw, tuple(values))


def triangle(letter, text, least, values, pen, paper):
    """s129 (minimum, point down) and s130 (maximum, point up): the letter of the quantity at the point, the value at the base."""
    w = 9.6 + 1.4 * max(0, len(text) - 3)
    h = w * 0.86
    turn = -1 if least else 1

    def draw(canvas, x, y):
        canvas.shape([(x - w / 2, y + turn * h / 2), (x + w / 2, y + turn * h / 2), (x, y - turn * h / 2)], pen, BLACK, paper)
        canvas.text(x, y - turn * h * 0.05, letter, 2.1, align=0.5, centred=True)
        canvas.text(x, y + turn * h * 0.31, text, 2.3, align=0.5, centred=True)
    return Sign(w, h, draw, tuple(values))


def depth(text, values, pen, paper):
    """s122, verticale bouwdiepte: a number on a line."""
    def draw(canvas, x, y):
        canvas.circle(x, y, SMALL / 2, pen, BLACK, paper)
        canvas.text(x, y - 0.3, text, 2.5, align=0.5, centred=True)
        half = canvas.text_width(text, 2.5) * 0.55
        canvas.line([(x - half, y + 1.5), (x + half, y + 1.5)], pen)
    return Sign(SMALL, SMALL, draw, tuple(values), SMALL / 2)


def split(values):
    """Sets of quantities that share one sign, each set in the order of LAYOUTS."""
    there = {v.quantity for v in values}
    groups = []
    # a percentage or a number of layers that is a minimum has a sign of its own
    there -= {v.quantity for v in values if v.least and v.quantity in (P, F, "wooneenheden")}
    alone = sorted({v.quantity for v in values} - there)
    for quantities in sorted(LAYOUTS, key=len, reverse=True):
        if set(quantities) <= there and (F not in quantities or G not in there):
            groups.append(quantities)
            there -= set(quantities)
            break
    order = [G, B, D, P, "wooneenheden", F]
    return groups + [(q,) for q in alone] + [(q,) for q in sorted(there, key=lambda q: (order.index(q) if q in order else 9, q))]


def sign(values, pen=0.18, paper=None, letters=None):
    """The sign of one group of values (see `split`)."""
    texts = ranges(values)
    quantities = tuple(q for group in split(values) for q in group)
    if letters:
        texts = {q: tuple(t and letters(q, k) for k, t in enumerate(pair)) for q, pair in texts.items()}
    least, most = texts[quantities[0]]
    if least and len(quantities) == 1 and quantities[0] in OTHERS:
        return triangle(OTHERS[quantities[0]][0], least, True, values, pen, paper)
    if quantities[0] == "verticale bouwdiepte":
        return depth(most or least, values, pen, paper)
    if quantities[0] in MARKS or quantities[0] == P:
        return circle(quantities, [texts[q] for q in quantities], values, pen, paper)
    if quantities[0] == "wooneenheden":
        return square(quantities[0], most or least, values, pen, paper)
    if quantities[0] == "aaneen te bouwen wooneenheden":
        return square(quantities[0], most or least, values, pen, paper, dashed=True)
    if quantities[0] == F:
        return square(F, most or least, values, pen, paper, double=True)
    if quantities[0] == "vloeroppervlakte":
        return pill(most or least, values, pen, paper)
    return triangle(OTHERS.get(quantities[0], ("z", "u"))[1], most, False, values, pen, paper)


def legend_letters(quantity, most):
    letter = LETTERS.get(quantity, "J")
    return letter.upper() if most or letter == "D" else letter


UNIT_WORDS = {"m": " (m)", "degree": " (graden)", "%": " (%)", "m2": " (m²)", "m3": " (m³)", "count": "", "bouwlagen": ""}


def meaning(values):
    order = [q for group in split(values) for q in group]
    return ", ".join(v.kind + UNIT_WORDS[v.unit] for v in sorted(values, key=lambda v: (order.index(v.quantity), not v.least)))
