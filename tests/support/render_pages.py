#!/usr/bin/python3
"""Draws the text of a plan as pages: digital PDF, good scan, bad scan.

SPDX-License-Identifier: GPL-3.0-or-later

The input is a text or Markdown file as gold excerpts and plan texts are kept: list items as
"- a. ...", headings as "4.2.3 Carports" or "## ...", tables with pipes.  The output is what such a
plan looks like on paper, without those marks.  Words and numbers stay exactly as they are.

One file:
    render_pages.py TEXT --design word --quality scan300 --output page.pdf [--seed N]
Many (every text x design x quality; files DIR/<design>/<quality>/<name>.pdf):
    render_pages.py --batch TEXTS --out DIR --designs svbp,word --qualities digital,bad200 --jobs 2
See --list for designs and qualities.  The ending of the output decides its form: .pdf, .tif, .png,
.jpg (several pages as png or jpg: name-001.png ...).  The same input and seed give the same bytes.

SPDX-License-Identifier: GPL-3.0-or-later

Debian packages: weasyprint poppler-utils python3-pil python3-numpy img2pdf qpdf hyphen-nl
fonts-liberation fonts-urw-base35 fonts-crosextra-carlito
"""
import argparse
import contextlib
import html
import io
import os
import random
import re
import subprocess
import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path

os.environ.setdefault("SOURCE_DATE_EPOCH", "1262304000")

# --------------------------------------------------------------------------------------------
# 1. Text to blocks


ROMAN = re.compile(r"^(?=[ivx])(x{0,2})(ix|iv|v?i{0,3})$", re.I)
LABEL = r"(?:[a-z]{1,2}|[A-Z]|\d{1,2}|[ivxIVX]{1,5})"
ITEM = re.compile(r"^(?P<ind>[ \t]*)(?P<mark>[-*+])[ \t]+(?P<rest>\S.*)$")
LABELLED = re.compile(rf"^(?P<label>[\"']?(?:{LABEL})[.)])(?:[ \t]+)(?P<text>\S.*)$")
BULLET = re.compile(r"^(?P<label>[-−–•·▪○])[ \t]*(?P<text>\S.*)$")
NUMBERED = re.compile(r"^(?P<num>\d{1,3}(?:\.\d{1,3}){1,4})\.?(?P<gap>[ \t]*)(?P<text>['\"‘(]?[^\W\d_].*)$")
RAW = re.compile(r"</?(table|section|div|p )")
IMAGE = re.compile(r"!\[.*?\]\([^)]*\)")
LINK = re.compile(r"\[([^\]\[]*)\]\((?:[^()]|\([^)]*\))*\)")


def repair(line):
    """Undoes UTF-8 that was read as Latin-1 (a trace of the conversion, not of the plan)."""
    def fix(m):
        try:
            return m.group(0).encode("latin-1").decode("utf-8")
        except UnicodeError:
            return m.group(0)
    line = re.sub(r"[\u00c2-\u00f4][\u0080-\u00bf]+", fix, line)
    return "".join(c for c in line if c == "\t" or ord(c) >= 32 and not 0x7f <= ord(c) < 0xa0)


class Levels:
    """How deep a list label lies: letters, digits and roman numerals nest in the order they come."""

    def __init__(self):
        self.stack = []

    def reset(self):
        self.stack = []

    def start(self, label, ahead):
        """An excerpt that starts at "3." and goes on with "d." starts one level down."""
        if not self.stack and re.fullmatch(r"([2-9]|\d\d)[.)]", label) and any(re.fullmatch(r"[b-z][.)]", x) for x in ahead):
            self.stack = [("a", "?")]

    def depth(self, label, least, ahead=()):
        bare = label.strip("\"'").rstrip(".)")
        if bare.isdigit():
            kind = "1"
        elif bare in "-−–•·▪○":
            kind = "-"
        elif bare.isupper():
            kind = "I" if ROMAN.match(bare) else "A"
        else:
            kind = "a"
            if ROMAN.match(bare):
                before = {"i": "h", "v": "u", "x": "w"}.get(bare)
                last = dict(self.stack).get("a")
                if len(bare) > 1 or last != before and (dict(self.stack).get("i") or bare == "i" and
                                                        any(x.rstrip(".)") == "ii" for x in ahead)):
                    kind = "i"
        kinds = [k for k, _ in self.stack]
        if kind in kinds:
            self.stack = self.stack[: kinds.index(kind) + 1]
            self.stack[-1] = (kind, bare)
        else:
            self.stack.append((kind, bare))
        return max(least, len(self.stack) - 1)


def parse(text):
    """Returns a list of blocks: ('h', level, number, text), ('p', text), ('li', depth, label, text),
    ('table', head_rows, rows), ('html', markup): a line that starts with a block tag is passed on as it is."""
    lines = [repair(l.rstrip()) for l in text.replace("\r\n", "\n").replace("\f", "\n").split("\n")]
    plus_dialect = any(l.startswith("+ ") for l in lines) and any(l.startswith("* ") for l in lines)
    blocks, levels = [], Levels()
    i = 0

    def ahead():
        """The labels from here to the next heading."""
        found = []
        for l in lines[i:i + 60]:
            if l.startswith("#") or NUMBERED.match(l) or l.startswith("Artikel "):
                break
            m = re.match(rf"^[ \t]*(?:[-*+][ \t]+)?({LABEL}[.)]) ", l.replace("\\", ""))
            if m:
                found.append(m.group(1))
        return found

    def add_item(label, body, least):
        coming = ahead()
        if not blocks:
            levels.start(label, coming)
        blocks.append(("li", levels.depth(label, least, coming), label, body))

    def add_heading(level, num, body):
        levels.reset()
        body = body.strip()
        body = re.sub(r"^\*+|\*+$", "", body).replace("**", "").strip()
        if body or num:
            blocks.append(("h", level, num, body))

    after_blank = True
    while i < len(lines):
        line = IMAGE.sub("", lines[i])
        line = re.sub(r"</?span[^>]*>|<a [^>]*>|</a>", "", line)
        bare = line.strip()
        i += 1
        if not bare or bare in ("-", "*", "+"):
            after_blank = True
            continue
        was_blank, after_blank = after_blank, False
        if RAW.match(bare):
            levels.reset()
            blocks.append(("html", bare))
            continue
        # a bare page number is a foot of the page the text came from: the new pages have their own
        if re.fullmatch(r"\d{1,3}", bare):
            continue
        # tables
        if bare.startswith("|"):
            rows, head = [], 0
            j = i - 1
            while j < len(lines):
                row = lines[j].strip()
                if not row:  # rows may stand apart in double-spaced text
                    if j + 1 < len(lines) and lines[j + 1].strip().startswith("|") and rows and j + 2 < len(lines) \
                            and not lines[j + 2].strip():
                        j += 1
                        continue
                    break
                if not row.startswith("|"):
                    break
                cells = [c.strip() for c in re.split(r"(?<!\\)\|", row.strip("|") if row != "|" else "")]
                if row.endswith("|") and row.startswith("|"):
                    cells = [c.strip() for c in re.split(r"(?<!\\)\|", row[1:-1])]
                if cells and all(re.fullmatch(r":?-{3,}:?", c) for c in cells):
                    if not head:
                        head = len(rows)
                else:
                    rows.append([IMAGE.sub("", c) for c in cells])
                j += 1
            i = j
            rows = [r for r in rows if any(r)]
            if rows:
                blocks.append(("table", head if head < len(rows) else 0, rows))
            continue
        # setext headings
        if i < len(lines):
            nxt, at = lines[i].strip(), i
            if not nxt and i + 1 < len(lines):
                nxt, at = lines[i + 1].strip(), i + 1
            if re.fullmatch(r"={4,}|-{4,}", nxt):
                add_heading(1 if nxt[0] == "=" else 2, "", bare)
                i = at + 1
                continue
        if re.fullmatch(r"[-=_*]{4,}", bare):
            continue
        m = re.match(r"^(#{1,6})\s*(.*)$", bare)
        if m:
            body = m.group(2).replace("\\", "").strip("* ").replace("**", "")
            n = re.match(r"^(\d{1,3}(?:\.\d{1,3})*)\.?\s+(.*)$", body)
            add_heading(min(len(m.group(1)), 5), n.group(1) if n else "", n.group(2) if n else body)
            continue
        plain = bare.replace("\\", "")
        m = re.fullmatch(r"\*\*(.+?)\*\*", plain)
        if m and len(plain) < 110 and "**" not in m.group(1):
            plain = m.group(1).strip()
            n = NUMBERED.match(plain)
            if re.match(r"^(Hoofdstuk|HOOFDSTUK)\b", plain):
                add_heading(1, "", plain)
            elif n:
                add_heading(2 + n.group("num").count("."), n.group("num"), n.group("text"))
            else:
                add_heading(3, "", plain)
            continue
        if re.match(r"^(Hoofdstuk|HOOFDSTUK)\s+(\d|[IVX])", plain) and len(plain) < 90:
            add_heading(1, "", plain)
            continue
        if re.match(r"^(Artikel|ARTIKEL|Art\.)\s+\d+[a-z]?\b[^,;]*$", plain) and len(plain) < 90 \
                and not plain.endswith((".", ":")):
            add_heading(2, "", plain)
            continue
        n = NUMBERED.match(plain)
        if n and not ITEM.match(line) and len(plain) < 100 and plain[-1] not in ".;,:" \
                and not re.match(r"(m|m2|m3|meter|cm|ha|km|%|uur)\b", n.group("text")) \
                and (n.group("gap") or n.group("text")[0].isupper()):
            add_heading(2 + n.group("num").count("."), n.group("num"), n.group("text"))
            continue
        # list items
        m = ITEM.match(line)
        least = 0
        if m:
            rest = m.group("rest").replace("\\", "")
            indent = len(m.group("ind").replace("\t", "    "))
            least = min(indent // 4 + (1 if 2 <= indent % 4 else 0), 4)
            if plus_dialect:
                least = max(least, {"*": 0, "+": 1, "-": 2}[m.group("mark")])
            l = LABELLED.match(rest)
            n = NUMBERED.match(rest)
            b = BULLET.match(rest)
            if l:
                add_item(l.group("label"), l.group("text"), least)
            elif n:
                levels.reset()
                body, num = n.group("text"), rest[: n.start("gap")].rstrip(".")
                if len(rest) < 70 and rest[-1] not in ".;,:":
                    add_heading(2 + num.count("."), num, body)
                else:
                    blocks.append(("li", 0, num, body))
            elif b:
                blocks.append(("li", levels.depth("-", least), "-", b.group("text")))
            else:
                blocks.append(("li", levels.depth("-", least), "-", rest))
            continue
        l = LABELLED.match(plain)
        if l and (was_blank or not blocks or l.group("label").strip("\"'")[0].isalnum()):
            add_item(l.group("label"), l.group("text"), 0)
            continue
        b = BULLET.match(plain)
        if b:
            blocks.append(("li", levels.depth("-", 0), "-", b.group("text")))
            continue
        if n and (plain[-1] in ":.;," or len(plain) >= 100) and n.group("gap") and "." in n.group("num") \
                and not re.match(r"(m|m2|m3|meter|cm|ha|km|%|uur)\b", n.group("text")):
            levels.reset()
            blocks.append(("li", 0, n.group("num"), n.group("text")))
            continue
        # a hard-wrapped line goes on where the line before it stopped
        last = blocks[-1] if blocks else None
        if last and last[0] in ("p", "li") and not was_blank:
            body = last[-1]
            if body and body[-1] not in ".;:!?" and (plain[0].islower() or plain[0] in "([0123456789'\"‘" or len(body) > 60
                                                     and body[-1] == ","):
                if body.endswith("-") and not re.match(r"(en|of|dan)\b", plain) and len(body) > 40:
                    body, joint = body[:-1], ""
                else:
                    joint = " "
                blocks[-1] = last[:-1] + (body + joint + plain,)
                continue
        blocks.append(("p", plain))
    return blocks


# --------------------------------------------------------------------------------------------
# 2. Blocks to HTML

PLAN_NAMES = ["Kern Lindewaard", "Buitengebied Oost", "De Hoge Weerd", "Centrum en omgeving", "Molenkwartier",
              "Bedrijventerrein Ravelhoek", "Woongebied Kleiburg", "Dorpskern Oudergeest"]

FONTS = {
    "sans": "'Liberation Sans', 'Nimbus Sans', 'DejaVu Sans', sans-serif",
    "serif": "'Liberation Serif', 'Nimbus Roman', serif",
    "mono": "'Nimbus Mono PS', 'Liberation Mono', 'DejaVu Sans Mono', monospace",
    "narrow": "'Liberation Sans Narrow', 'Nimbus Sans Narrow', 'Liberation Sans', sans-serif",
    "carlito": "Carlito, 'Liberation Sans', sans-serif",
    "century": "C059, 'Liberation Serif', serif",
}

BASE = """
html { font-family: %(font)s; font-size: %(size).2fpt; line-height: %(lead)s; hyphenate-character: '-'; }
body { margin: 0; }
p { margin: 0 0 %(gap)s 0; }
.li { margin-bottom: %(ligap)s; text-indent: -%(hang)s; padding-left: %(hang)s; }
.li > .lb { display: inline-block; width: %(hang)s; text-indent: 0; white-space: nowrap; }
.num { text-indent: -3em; padding-left: 3em; } .num > .lb { width: 3em; }
h1, h2, h3, h4, h5, h6 { margin: 1.3em 0 .45em 0; line-height: 1.25; break-after: avoid; text-align: left; hyphens: manual; }
h1 > .n, h2 > .n, h3 > .n, h4 > .n, h5 > .n, h6 > .n { display: inline-block; min-width: 3em; }
table { border-collapse: collapse; margin: .6em 0 1em 0; width: 100%%; text-align: left; hyphens: manual; }
td, th { vertical-align: top; padding: .2em .45em; text-align: left; font-weight: normal; }
sup { font-size: .65em; line-height: 0; }
s { text-decoration: line-through; }
"""

# name: (settings, css)
DESIGNS = {
    # born digital, 2012: sans, running head with the plan, page number at the foot
    "svbp": (dict(font="sans", size=9.6, lead="1.4", gap=".7em", ligap=".3em", hang="1.9em", sup="real", bullet="•"), """
@page { size: A4; margin: 27mm 24mm 24mm 27mm;
  @top-left { content: "%(plan)s"; font: italic 8pt %(font)s; color: #555; width: 60%%; }
  @top-right { content: "%(doc)s"; font: italic 8pt %(font)s; color: #555; }
  @bottom-right { content: counter(page); font: 8.5pt %(font)s; } }
h1 { font-size: 1.75em; color: #1d4f7c; margin-top: 0; break-before: auto; }
h2 { font-size: 1.3em; color: #1d4f7c; } h3 { font-size: 1.08em; } h4, h5, h6 { font-size: 1em; }
h5 { font-style: italic; font-weight: normal; }
td, th { border: .5pt solid #888; } th { background: #dfe8f0; font-weight: bold; }
"""),
    # word processor around 2000: Times, justified, hyphenated, a line under the header
    "word": (dict(font="serif", size=11.2, lead="1.25", gap=".75em", ligap=".2em", hang="1.7em", sup="real", bullet="-"), """
@page { size: A4; margin: 30mm 26mm 26mm 30mm;
  @top-left { content: "Bestemmingsplan %(plan)s"; font: 9pt %(font)s; border-bottom: .6pt solid black; width: 55%%;
              vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 5mm; }
  @top-right { content: "%(doc)s"; font: 9pt %(font)s; border-bottom: .6pt solid black; width: 45%%; text-align: right;
              vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 5mm; }
  @bottom-center { content: counter(page); font: 10pt %(font)s; } }
p, .li { text-align: justify; hyphens: auto; hyphenate-limit-chars: 6 3 3; }
h1 { font-size: 1.3em; text-transform: none; } h2 { font-size: 1.12em; } h3 { font-size: 1em; }
h4, h5, h6 { font-size: 1em; font-weight: normal; font-style: italic; }
td, th { border: .7pt solid black; } th { font-weight: bold; }
"""),
    # typewriter: one font, one weight, wide lines, headings underlined
    "typewriter": (dict(font="mono", size=10.6, lead="1.5", gap="1.5em", ligap="0", hang="3ch", sup="plain", bullet="-"), """
@page { size: A4; margin: 28mm 18mm 30mm 32mm;
  @bottom-center { content: "- " counter(page) " -"; font: 10.6pt %(font)s; } }
* { font-weight: normal; font-style: normal; }
h1, h2, h3, h4, h5, h6 { font-size: 1em; text-decoration: underline; margin: 1.5em 0 .75em 0; line-height: 1.5; }
h1 { text-align: center; }
h1 > .n, h2 > .n, h3 > .n, h4 > .n, h5 > .n { min-width: 7ch; text-decoration: none; }
sup { font-size: 1em; vertical-align: .35em; }
td, th { padding: 0 1ch 0 0; }
"""),
    # two columns of small print
    "twocol": (dict(font="narrow", size=9.0, lead="1.3", gap=".5em", ligap=".15em", hang="1.7em", sup="glyph", bullet="–"), """
@page { size: A4; margin: 24mm 18mm 20mm 18mm;
  @top-left { content: "Gemeente Lindewaard"; font: bold 8pt %(font)s; width: 30%%; border-bottom: .5pt solid black; padding-bottom: 1mm;
              vertical-align: bottom; margin-bottom: 4mm; }
  @top-right { content: "%(plan)s"; font: 8pt %(font)s; width: 70%%; border-bottom: .5pt solid black; padding-bottom: 1mm;
              vertical-align: bottom; margin-bottom: 4mm; text-align: right; }
  @bottom-left { content: "bestemmingsplan"; font: 7.5pt %(font)s; }
  @bottom-right { content: "blad " counter(page); font: 7.5pt %(font)s; } }
body { columns: 2; column-gap: 8mm; }
p, .li { text-align: justify; hyphens: auto; }
h1 { font-size: 1.4em; margin-top: .4em; } h2 { font-size: 1.15em; border-bottom: .4pt solid black; } h3 { font-size: 1.05em; }
h4, h5, h6 { font-size: 1em; font-weight: normal; text-decoration: underline; }
table { font-size: .9em; } tr { border-bottom: .3pt solid #666; } th { font-weight: bold; } td, th { padding: .1em .3em .1em 0; }
"""),
    # an office's house style about 2010
    "bureau": (dict(font="carlito", size=10.8, lead="1.32", gap=".65em", ligap=".25em", hang="1.9em", sup="real", bullet="▪"), """
@page { size: A4; margin: 32mm 28mm 28mm 34mm;
  @top-right { content: "%(plan)s | bestemmingsplan"; font: 8.5pt %(font)s; color: #a03020; }
  @bottom-left { content: "projectnr. 0211.004 | status: vastgesteld"; font: 8pt %(font)s; color: #777; }
  @bottom-right { content: "pagina " counter(page); font: 8pt %(font)s; color: #777; } }
h1 { font-size: 1.8em; color: #a03020; font-weight: normal; } h2 { font-size: 1.35em; color: #a03020; font-weight: normal; }
h3 { font-size: 1.1em; color: #a03020; } h4 { font-size: 1em; } h5, h6 { font-size: 1em; font-weight: normal; }
td, th { border-top: .4pt solid #a03020; border-bottom: .4pt solid #a03020; } th { background: #f4e6e2; font-weight: bold; }
tr:nth-child(even) td { background: #faf6f4; }
"""),
    # eighties print: Century, article and lid numbers hang in a wide margin
    "marge": (dict(font="century", size=10.0, lead="1.3", gap=".6em", ligap=".2em", hang="2em", sup="real", bullet="-"), """
@page { size: A4; margin: 26mm 22mm 30mm 52mm;
  @top-center { content: "- " counter(page) " -"; font: 9pt %(font)s; } }
p, .li { text-align: justify; hyphens: auto; }
h1, h2, h3, h4, h5, h6 { font-size: 1em; margin-left: -26mm; padding-left: 26mm; text-indent: -26mm; }
h1 > .n, h2 > .n, h3 > .n, h4 > .n, h5 > .n, h6 > .n { min-width: 26mm; text-indent: 0; }
.num { margin-left: -26mm; text-indent: -26mm; padding-left: 26mm; } .num > .lb { width: 26mm; }
h1 { font-variant: small-caps; font-size: 1.25em; } h3, h4, h5, h6 { font-weight: normal; font-style: italic; }
tr:first-child { border-top: .8pt solid black; border-bottom: .5pt solid black; } tr:last-child { border-bottom: .8pt solid black; }
"""),
}


def superscript(escaped, style):
    if style == "real":
        return re.sub(r"(?<![\w])(c?m) ?([²³])", lambda m: f"{m.group(1)}<sup>{'2' if m.group(2) == '²' else '3'}</sup>",
                      re.sub(r"(?<![A-Za-z])(c?m)([23])(?![\w,.]*\d)", r"\1<sup>\2</sup>", escaped))
    if style == "glyph":
        return re.sub(r"(?<![A-Za-z])(c?m)([23])(?![\w,.]*\d)", lambda m: m.group(1) + {"2": "²", "3": "³"}[m.group(2)], escaped)
    return escaped


def inline(text, sup):
    text = re.sub(r"\\([\\`*_{}\[\]()#+\-.!|~<>&])", r"\1", text)
    text = IMAGE.sub("", text)
    text = LINK.sub(r"\1", text)
    text = html.escape(html.unescape(re.sub(r"<(?!/?(?:sup|br|s)\b)", "&lt;", text)), quote=False)
    text = re.sub(r"&lt;br ?/?&gt;", "<br>", text)
    text = re.sub(r"&lt;(/?sup)&gt;", r"<\1>", text)
    text = re.sub(r"~~(.+?)~~", r"<s>\1</s>", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text).replace("**", "")
    text = re.sub(r"(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])", r"<i>\1</i>", text)
    return superscript(text, sup)


def to_html(blocks, design, title, rng, first_page=1, doc="gemeente Lindewaard", extra_css=""):
    settings, css = DESIGNS[design]
    settings = dict(settings)
    sup = settings["sup"]
    font = FONTS[settings["font"]]
    settings["font"] = font
    settings["size"] *= rng.choice((0.97, 1.0, 1.0, 1.03))
    plan = title.replace('"', "'")
    out = ["<!DOCTYPE html><html lang='nl'><head><meta charset='utf-8'><style>", BASE % settings,
           css % dict(font=font, plan=plan, doc=doc), extra_css,
           f"@page:first {{ counter-reset: page {first_page}; }}" if first_page > 1 else "",
           "</style></head><body>"]
    for b in blocks:
        if b[0] == "h":
            level = min(max(b[1], 1), 6)
            num = f"<span class='n'>{html.escape(b[2])}</span> " if b[2] else ""
            out.append(f"<h{level}>{num}{inline(b[3], sup)}</h{level}>")
        elif b[0] == "p":
            out.append(f"<p>{inline(b[1], sup)}</p>")
        elif b[0] == "li":
            depth, label = b[1], b[2]
            cls = "li num" if "." in label.rstrip(".") else "li"
            shown = settings["bullet"] if label == "-" else label
            hang, unit = re.fullmatch(r"([0-9.]+)([a-z]+)", settings["hang"]).groups()
            pad = f" style='margin-left: {depth * float(hang):.2f}{unit}'" if depth else ""
            out.append(f"<div class='{cls}'{pad}><span class='lb'>{html.escape(shown)}</span>{inline(b[3], sup)}</div>")
        elif b[0] == "html":
            out.append(superscript(b[1], sup))
        elif b[0] == "table":
            head, rows = b[1], b[2]
            width = max(len(r) for r in rows)
            small = f" style='font-size: {max(0.55, 7.0 / width):.2f}em'" if width > 7 else ""
            out.append(f"<table{small}>")
            for k, row in enumerate(rows):
                tag = "th" if k < head else "td"
                if k == 0 and head:
                    out.append("<thead>")
                out.append("<tr>" + "".join(f"<{tag}>{inline(c, sup)}</{tag}>" for c in row + [""] * (width - len(row))) + "</tr>")
                if head and k == head - 1:
                    out.append("</thead><tbody>")
            out.append("</tbody></table>" if head else "</table>")
    out.append("</body></html>")
    return "".join(out)


def write_pdf(markup, path, base_url=None):
    """HTML to a digital PDF, the same bytes each time."""
    import logging
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    from weasyprint import HTML
    raw = str(path) + ".raw"
    HTML(string=markup, base_url=base_url).write_pdf(raw)
    subprocess.run(["qpdf", "--deterministic-id", raw, str(path)], check=True)
    os.unlink(raw)


# --------------------------------------------------------------------------------------------
# 3. Pages to scans

QUALITIES = {
    "digital": "PDF with text (or clean 300 dpi for an image)",
    "scan300": "300 dpi grey, light noise, skew up to 0.4 degree, slight blur, JPEG 85",
    "g4": "300 dpi black and white, skew up to 0.4 degree, CCITT G4",
    "bad200": "200 dpi grey, noise, specks, skew 1.5 degrees, dark edge, uneven paper, JPEG 35",
}


def rasterise(pdf, page, dpi, grey=True):
    from PIL import Image
    data = subprocess.run(["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page)] + (["-gray"] if grey else []) + [str(pdf)],
                          check=True, stdout=subprocess.PIPE).stdout
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def page_count(pdf):
    out = subprocess.run(["qpdf", "--show-npages", str(pdf)], check=True, stdout=subprocess.PIPE).stdout
    return int(out)


def smooth_field(gen, shape, cells, low, high):
    """A slowly varying field: uneven light, stained paper."""
    import numpy
    from PIL import Image
    coarse = gen.uniform(low, high, size=(cells, cells)).astype(numpy.float32)
    return numpy.asarray(Image.fromarray(coarse, mode="F").resize((shape[1], shape[0]), Image.BICUBIC))


def degrade(image, quality, seed):
    """A page as a scanner gives it.  `image` is a clean grey page at the quality's resolution."""
    import numpy
    from PIL import Image, ImageFilter
    gen = numpy.random.Generator(numpy.random.PCG64(seed))
    if quality == "digital":
        return image
    if quality in ("scan300", "g4"):
        angle = float(gen.uniform(-0.4, 0.4))
        image = image.rotate(angle, resample=Image.BICUBIC, fillcolor=255)
        image = image.filter(ImageFilter.GaussianBlur(float(gen.uniform(0.5, 0.8))))
        a = numpy.asarray(image, dtype=numpy.float32)
        a = 20 + a * (236.0 / 255.0)  # paper is not white and ink is not black
        a = a + gen.normal(0, 4.0, a.shape).astype(numpy.float32)
        if quality == "g4":
            specks = gen.random(a.shape) < 0.00002
            a[specks] = 0
            return Image.fromarray(numpy.where(a < 150, 0, 255).astype(numpy.uint8)).convert("1", dither=Image.NONE)
        return Image.fromarray(numpy.clip(a, 0, 255).astype(numpy.uint8))
    if quality == "bad200":
        angle = 1.5 * float(gen.choice((-1, 1))) + float(gen.uniform(-0.2, 0.2))
        image = image.rotate(angle, resample=Image.BICUBIC, fillcolor=255)
        image = image.filter(ImageFilter.GaussianBlur(0.6))
        a = numpy.asarray(image, dtype=numpy.float32)
        h, w = a.shape
        paper = smooth_field(gen, a.shape, 5, 190, 238)
        ink = smooth_field(gen, a.shape, 4, 20, 70)
        a = ink + (a / 255.0) * (paper - ink)
        # the shadow of the book's edge at one side and a black rim where the lid was open
        side = int(gen.integers(0, 2))
        x = numpy.arange(w, dtype=numpy.float32)
        x = x if side == 0 else w - 1 - x
        a *= (1 - 0.75 * numpy.exp(-x / (w * 0.018)))[None, :]
        rim = int(gen.integers(6, 18))
        a[:rim, :] = 25
        if side == 0:
            a[:, :rim] = 18
        else:
            a[:, -rim:] = 18
        a += gen.normal(0, 11.0, a.shape).astype(numpy.float32)
        dots = gen.random(a.shape)
        a[dots < 0.0009] = 15
        a[dots > 0.9991] = 250
        return Image.fromarray(numpy.clip(a, 0, 255).astype(numpy.uint8))
    raise ValueError(quality)


DPI = {"digital": 300, "scan300": 300, "g4": 300, "bad200": 200}
JPEG = {"scan300": 85, "bad200": 35}


def encode_page(image, quality, dpi):
    """The bytes of one page image as it goes into a PDF."""
    data = io.BytesIO()
    if image.mode == "1":
        image.save(data, "TIFF", compression="group4", dpi=(dpi, dpi))
    else:
        image.save(data, "JPEG", quality=JPEG.get(quality, 92), dpi=(dpi, dpi))
    return data.getvalue()


def write_images(images, quality, dpi, path):
    """`images` is an iterator over pages; the ending of `path` decides the form."""
    path = Path(path)
    kind = path.suffix.lower()
    if kind == ".pdf":
        import img2pdf
        pages = [encode_page(im, quality, dpi) for im in images]
        with contextlib.redirect_stdout(sys.stderr if os.environ.get("RENDER_DEBUG") else io.StringIO()):  # it chats about G4
            data = img2pdf.convert(pages, nodate=True, engine=img2pdf.Engine.internal)
        path.write_bytes(data)
    elif kind in (".tif", ".tiff"):
        images = iter(images)
        first = next(images)
        compression = "group4" if first.mode == "1" else "jpeg" if quality in JPEG else "tiff_adobe_deflate"
        options = {"quality": JPEG[quality]} if compression == "jpeg" else {}
        first.save(path, "TIFF", compression=compression, dpi=(dpi, dpi), save_all=True, append_images=images, **options)
    elif kind in (".png", ".jpg", ".jpeg"):
        images = list(images)
        for k, im in enumerate(images):
            name = path if len(images) == 1 else path.with_name(f"{path.stem}-{k + 1:03d}{path.suffix}")
            if kind == ".png":
                im.save(name, dpi=(dpi, dpi), optimize=True)
            else:
                im.convert("L").save(name, quality=JPEG.get(quality, 92), dpi=(dpi, dpi))
    else:
        raise SystemExit(f"unknown ending: {path}")


def write_quality(pdf, quality, path, seed):
    """A digital PDF to `path` in the asked quality."""
    if quality == "digital" and Path(path).suffix.lower() == ".pdf":
        Path(path).write_bytes(Path(pdf).read_bytes())
        return
    dpi = DPI[quality]
    pages = page_count(pdf)
    write_images((degrade(rasterise(pdf, p, dpi), quality, seed * 1000 + p) for p in range(1, pages + 1)), quality, dpi, path)


# --------------------------------------------------------------------------------------------
# 4. Command line

def seed_of(*parts):
    return random.Random("|".join(map(str, parts))).randrange(1 << 30)


def render(text_path, design, targets, seed, title=None, max_chars=0):
    """targets: [(quality, output path)].  Lays the text out once and writes every quality."""
    text_path = Path(text_path)
    text = text_path.read_text(encoding="utf-8", errors="replace")
    if max_chars:
        text = text[:max_chars]
    rng = random.Random(f"{seed}|{text_path.stem}|{design}")
    name = title or rng.choice(PLAN_NAMES)
    first = rng.randint(3, 48) if len(text) < 20000 else 1
    # the head names the kind of document only where the file's name does: an excerpt must not say more than its text
    doc = {"t_": "toelichting", "r_": "regels"}.get(text_path.name[:2], "gemeente Lindewaard")
    markup = to_html(parse(text), design, name, rng, first, doc)
    with tempfile.TemporaryDirectory() as tmp:
        pdf = Path(tmp) / "digital.pdf"
        write_pdf(markup, pdf)
        for quality, path in targets:
            path = Path(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            whole = path.with_name("." + path.stem + ".part" + path.suffix)
            several = path.suffix.lower() in (".png", ".jpg", ".jpeg")
            write_quality(pdf, quality, path if several else whole, seed_of(seed, text_path.stem, design, quality))
            if not several:
                os.replace(whole, path)


def job(args):
    text_path, design, targets, seed, title, max_chars = args
    try:
        render(text_path, design, targets, seed, title, max_chars)
        return f"{text_path.stem} {design}: {', '.join(q for q, _ in targets)}", None
    except Exception as e:  # one bad text must not stop a batch
        return f"{text_path.stem} {design}", f"{type(e).__name__}: {e}"


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n\n")[0], epilog="See the head of this file.")
    ap.add_argument("text", nargs="?", type=Path, help="text or Markdown file")
    ap.add_argument("--design", default="svbp", choices=sorted(DESIGNS))
    ap.add_argument("--quality", default="digital", choices=sorted(QUALITIES))
    ap.add_argument("--output", type=Path, help="file to write: .pdf .tif .png .jpg")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--title", help="plan name for the running head")
    ap.add_argument("--max-chars", type=int, default=0, help="cut the text here (0: all)")
    ap.add_argument("--batch", type=Path, help="folder of .txt or .md files")
    ap.add_argument("--only", default="*", help="batch: names to take, e.g. '0*' (default all)")
    ap.add_argument("--out", type=Path, help="batch: folder to write <design>/<quality>/<name>.pdf in")
    ap.add_argument("--designs", default="svbp,word,typewriter,twocol")
    ap.add_argument("--qualities", default="digital,scan300,bad200")
    ap.add_argument("--ending", default="pdf", help="batch: pdf (default), tif, png or jpg")
    ap.add_argument("--skip-existing", action="store_true", help="batch: leave files that are there")
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--list", action="store_true", help="list designs and qualities")
    a = ap.parse_args()
    if a.list:
        print("designs:  ", ", ".join(DESIGNS))
        for q, what in QUALITIES.items():
            print(f"{q:10s} {what}")
        return 0
    if a.batch:
        if not a.out:
            ap.error("--batch needs --out")
        designs, qualities = a.designs.split(","), a.qualities.split(",")
        for x in designs:
            if x not in DESIGNS:
                ap.error(f"no design {x}")
        for x in qualities:
            if x not in QUALITIES:
                ap.error(f"no quality {x}")
        texts = sorted(p for p in a.batch.iterdir() if p.suffix in (".txt", ".md") and p.match(a.only + ".*"))
        work = []
        for d in designs:
            for t in texts:
                targets = [(q, a.out / d / q / f"{t.stem}.{a.ending}") for q in qualities]
                if a.skip_existing:
                    targets = [x for x in targets if not x[1].exists()]
                if targets:
                    work.append((t, d, targets, a.seed, a.title, a.max_chars))
        bad = 0
        with Pool(max(1, a.jobs)) as pool:
            for k, (what, error) in enumerate(pool.imap_unordered(job, work), 1):
                bad += error is not None
                print(f"[{k}/{len(work)}] {what}" + (f"  FAILED {error}" if error else ""), file=sys.stderr, flush=True)
        return 1 if bad else 0
    if not a.text or not a.output:
        ap.error("TEXT and --output, or --batch and --out")
    render(a.text, a.design, [(a.quality, a.output)], a.seed, a.title, a.max_chars)
    return 0


if __name__ == "__main__":
    sys.exit(main())
