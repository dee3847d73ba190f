#!/usr/bin/python3
"""Makes the sample plans and their gold from the texts in dossiers/.

    sample-plans/generator/make.py            everything
    sample-plans/generator/make.py NAME...    only these dossiers
    sample-plans/generator/make.py --check    only check the gold against the texts

The same texts give the same bytes.  Debian packages: see tests/support/render_pages.py.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent
sys.path.insert(0, str(TARGET.parent / "tests" / "support"))
sys.dont_write_bytecode = True
import map_plans  # noqa: E402
import render_pages as rp  # noqa: E402

COVER = """
.cover { break-after: page; padding-top: 55mm; } .cover h1 { font-size: 2.2em; margin-bottom: 1.2em; }
.break { break-after: page; } .lost { break-before: page; break-after: page; }
.foot { font-size: .82em; margin-top: -.6em; } .ruled td, .ruled th { text-align: center; }
.ruled td:first-child { text-align: left; } caption { text-align: left; font-weight: bold; padding-bottom: .3em; }
.plain { width: 75%; } .plain td { border: none; background: none; width: 25%; } h1 { margin-top: 1.2em; }
"""

# folder, then the files in it: name, text, design, form and what the form wants.  `gold`: plan identification -> table.
DOSSIERS = [
    dict(folder="kom-oudergeest-1984", gold={"kom-oudergeest-1984": "gold.md"}, files=[
        dict(name="kom-oudergeest-1984.tif", design="typewriter", form="g4", title="Kom Oudergeest",
             css="html { font-size: 12pt; }", stamp=(0, ["GOEDGEKEURD", "gedeputeerde staten van Veldland", "22 januari 1985, nr. 4471"]), holes=True)]),
    dict(folder="buitengebied-wolfsven-1999", gold={"buitengebied-wolfsven-1999": "gold.md"}, files=[
        dict(name="buitengebied-wolfsven-1999.pdf", design="word", form="copy", title="Buitengebied Wolfsven", doc="voorschriften",
             css="html { font-size: 12pt; line-height: 1.35; }", upside_down=[3], blot="8,50")]),
    dict(folder="veerstoep-1978", gold={"veerstoep-1978": "gold.md"}, files=[
        dict(name="veerstoep-1978.jpg", design="marge", form="photo", title="Veerstoep", first=14,
             css="@page { size: A5; margin: 20mm 14mm 18mm 36mm; } html { font-size: 8.4pt; }")]),
    dict(folder="zandheuvel-1987", gold={"zandheuvel-1987": "gold.md"}, files=[
        dict(name="zandheuvel-1987.pdf", design="typewriter", form="g4", title="Zandheuvel", drop=[1],
             css="html { font-size: 9.6pt; font-family: 'Liberation Mono'; }")]),
    dict(folder="hoge-weerd-1995", gold={"hoge-weerd-1995": "gold.md"}, files=[
        dict(name="hoge-weerd-1995.pdf", design="twocol", form="g4", title="De Hoge Weerd",
             css="html { font-size: 11.4pt; font-family: 'Liberation Sans'; } @page { margin: 24mm 20mm 20mm 20mm; }")]),
    dict(folder="sluisdijk-2006", gold={"sluisdijk-2006": "gold.md"}, files=[
        dict(name="sluisdijk-2006.pdf", design="word", form="lying", title="Sluisdijk", doc="voorschriften",
             css="html { font-size: 13pt; line-height: 1.35; }")]),
    dict(folder="centrum-2009", gold={"NL.IMRO.9920.BP0103centrum-VG01": "gold.md"}, files=[
        dict(name="r_NL.IMRO.9920.BP0103centrum-VG01.pdf", design="bureau", form="digital", title="Centrum Lindewaard")]),
    dict(folder="kapelakker-2010", gold={"NL.IMRO.9920.BP0188kapelakker-VG01": "gold.md"}, files=[
        dict(name="r_NL.IMRO.9920.BP0188kapelakker-VG01.pdf", design="word", form="digital", title="Kapelakker", doc="regels")]),
    dict(folder="molenkwartier-2011", gold={"NL.IMRO.9920.BP0215molenkwartier-VG01": "gold.md"}, files=[
        dict(name="bestemmingsplan Molenkwartier.pdf", design="bureau", form="digital", title="Molenkwartier",
             css="html { font-family: 'Liberation Serif', serif; font-size: 11pt; }")]),
    dict(folder="lanen-2012", gold={"NL.IMRO.9920.BP0330lanen-VA01": "gold.md"}, files=[
        dict(name="r_NL.IMRO.9920.BP0330lanen-VA01.pdf", design="svbp", form="digital", title="Lanenstructuur Lindewaard", doc="regels")]),
    dict(folder="ravelhoek-2013", gold={"NL.IMRO.9920.BP0311ravelhoek-VA01": "gold.md"}, files=[
        dict(name="r_NL.IMRO.9920.BP0311ravelhoek-VA01.pdf", design="svbp", form="digital", title="Bedrijventerrein Ravelhoek",
             doc="regels", css="h1, h2 { color: #333; } th { background: #eee; }")]),
    dict(folder="kleiburg-2014", gold={"NL.IMRO.9920.BP0207kleiburg-VA01": "gold.md"}, files=[
        dict(name="r_NL.IMRO.9920.BP0207kleiburg-VA01.pdf", text="regels.md", design="svbp", form="digital", title="Kleiburg", doc="regels"),
        dict(name="t_NL.IMRO.9920.BP0207kleiburg-VA01.pdf", text="toelichting.md", design="svbp", form="digital", title="Kleiburg",
             doc="toelichting"),
        dict(name="r_NL.IMRO.9920.BP0207kleiburg-VA01 - kopie.pdf", form="same", of="r_NL.IMRO.9920.BP0207kleiburg-VA01.pdf")]),
    dict(folder="station-2015", gold={"NL.IMRO.9920.BP0371station-VA01": "gold.md"}, files=[
        dict(name="r_NL.IMRO.9920.BP0371station-VA01.pdf", design="svbp", form="digital", title="Stationskwartier", doc="regels",
             css="html { font-family: 'DejaVu Sans', sans-serif; font-size: 8.6pt; } h1, h2 { color: #7a1f1f; }")]),
    dict(folder="NL.IMRO.9920.WP0007hofstede-VA01", source="hofstede-2015", gold={"NL.IMRO.9920.WP0007hofstede-VA01": "gold.md"}, files=[
        dict(name="regels.png", design="bureau", form="png", title="Wijzigingsplan Hofstede Ter Linde")]),
    dict(folder="rivierfront-2016", gold={"NL.IMRO.9920.BP0380rivierfront-VA01": "gold.md"}, files=[
        dict(name="r_NL.IMRO.9920.BP0380rivierfront-VA01.pdf", design="word", form="digital", title="Rivierfront Lindewaard", doc="regels",
             css="html { font-family: P052, 'Liberation Serif', serif; font-size: 10.4pt; }")]),
    dict(folder="veegplan-2017", source="reparatie-2017", gold={"NL.IMRO.9920.BP0399veegplan-VA01": "gold.md"}, files=[
        dict(name="r_NL.IMRO.9920.BP0399veegplan-VA01.pdf", design="svbp", form="digital", title="Veegplan Lindewaard 2017", doc="regels")]),
    dict(folder="dorpsweide-2018-ontwerp", source="dorpsweide-2018", gold={"NL.IMRO.9920.BP0404dorpsweide-ON01": "gold-ontwerp.md"}, files=[
        dict(name="r_NL.IMRO.9920.BP0404dorpsweide-ON01.pdf", text="ontwerp.md", design="svbp", form="digital", title="Dorpsweide (ontwerp)",
             doc="regels")]),
    dict(folder="dorpsweide-2018-vastgesteld", source="dorpsweide-2018", gold={"NL.IMRO.9920.BP0404dorpsweide-VA01": "gold-vastgesteld.md"},
         files=[dict(name="r_NL.IMRO.9920.BP0404dorpsweide-VA01.pdf", text="vastgesteld.md", design="svbp", form="digital",
                     title="Dorpsweide", doc="regels")]),
    dict(folder="station-summary", gold={"station-summary-english": "gold.md"}, files=[
        dict(name="station-summary-english.pdf", design="bureau", form="digital", title="Station Quarter Lindewaard",
             css="html { font-size: 11pt; } @page { @top-right { content: 'Summary'; } @bottom-left { content: ''; } }")]),
    # with a map: `map` names the sheet in map_plans.py, its gold goes to gold/maps/
    dict(folder="veldkamp-2014", gold={"NL.IMRO.9920.BP0512veldkamp-VA01": "gold.md"}, map="veldkamp", files=[
        dict(name="r_NL.IMRO.9920.BP0512veldkamp-VA01.pdf", design="svbp", form="digital", title="Veldkamp", doc="regels"),
        dict(name="v_NL.IMRO.9920.BP0512veldkamp-VA01.pdf", form="map")]),
    dict(folder="veldkamp-2013-papier", source="veldkamp-2014", gold={"NL.IMRO.9920.BP0513veldkamp-VG01": "gold.md"}, map="veldkamp_paper", files=[
        dict(name="r_NL.IMRO.9920.BP0513veldkamp-VG01.pdf", text="text-papier.md", design="bureau", form="digital", title="Veldkamp", doc="regels"),
        dict(name="v_NL.IMRO.9920.BP0513veldkamp-VG01.pdf", form="map")]),
    dict(folder="NL.IMRO.9920.BP0083dijkzicht-OH01", source="dijkzicht-1983", gold={"NL.IMRO.9920.BP0083dijkzicht-OH01": "gold.md"}, map="dijkzicht", files=[
        dict(name="voorschriften.pdf", design="typewriter", form="g4", title="Dijkzicht", css="html { font-size: 11pt; }"),
        dict(name="plankaart.tif", form="map")]),
    dict(folder="waterkant-2008", gold={"NL.IMRO.9920.BP0144waterkant-VG01": "gold.md"}, map="waterkant", files=[
        dict(name="r_NL.IMRO.9920.BP0144waterkant-VG01.pdf", design="word", form="digital", title="Waterkant", doc="regels"),
        dict(name="v_NL.IMRO.9920.BP0144waterkant-VG01.jpg", form="map")]),
    dict(folder="stadsrand-2016", gold={"NL.IMRO.9920.BP0610stadsrand-VA01": "gold.md"}, map="stadsrand", files=[
        dict(name="r_NL.IMRO.9920.BP0610stadsrand-VA01.pdf", design="svbp", form="digital", title="Stadsrand Zuid", doc="regels"),
        dict(name="v_NL.IMRO.9920.BP0610stadsrand-VA01.pdf", form="map")]),
    dict(folder="bosrand-2011", gold={"NL.IMRO.9920.BP0287bosrand-VA01": "gold.md"}, map="bosrand", files=[
        dict(name="r_NL.IMRO.9920.BP0287bosrand-VA01.pdf", design="bureau", form="digital", title="Bosrand", doc="regels"),
        dict(name="v_NL.IMRO.9920.BP0287bosrand-VA01.png", form="map")]),
    dict(folder="parkzoom-2007", gold={"NL.IMRO.9920.BP0139parkzoom-VG01": "gold.md"}, map="parkzoom", files=[
        dict(name="r_NL.IMRO.9920.BP0139parkzoom-VG01.pdf", design="word", form="digital", title="Parkzoom", doc="voorschriften"),
        dict(name="v_NL.IMRO.9920.BP0139parkzoom-VG01.pdf", form="map")]),
    dict(folder="west-2012", gold={"NL.IMRO.9920.BP0350west-VA01": "gold.md"}, map="west", files=[
        dict(name="r_NL.IMRO.9920.BP0350west-VA01.pdf", design="svbp", form="digital", title="Lindewaard West", doc="regels"),
        dict(name="v_NL.IMRO.9920.BP0350west-VA01.pdf", form="map")]),
    dict(folder="haven-2013", gold={"NL.IMRO.9920.BP0391haven-VA01": "gold.md"}, map="haven", files=[
        dict(name="r_NL.IMRO.9920.BP0391haven-VA01.pdf", design="svbp", form="digital", title="Havenkwartier", doc="regels"),
        dict(name="v_NL.IMRO.9920.BP0391haven-VA01.pdf", form="map"),
        dict(name="NL.IMRO.9920.BP0391haven-VA01.gml", form="gml")]),
]

NOT_TEXT = ("same", "map", "gml")


# ---------------------------------------------------------------------------------------------
# Forms

def font(name, size):
    from PIL import ImageFont
    path = subprocess.run(["fc-match", "-f", "%{file}", name], stdout=subprocess.PIPE, check=True).stdout.decode()
    return ImageFont.truetype(path, size)


def word_box(pdf, page, word, dpi):
    """Where a word stands on a page, in pixels."""
    out = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"], stdout=subprocess.PIPE, check=True)
    m = re.search(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">' + re.escape(word) + "<", out.stdout.decode())
    return [float(x) * dpi / 72 for x in m.groups()] if m else None


def stamp(image, lines):
    from PIL import Image, ImageDraw
    w, h = 860, 330
    seal = Image.new("L", (w, h), 255)
    d = ImageDraw.Draw(seal)
    d.rectangle((6, 6, w - 7, h - 7), outline=0, width=7)
    d.text((w // 2, 90), lines[0], font=font("Liberation Sans:bold", 82), fill=0, anchor="mm")
    for k, line in enumerate(lines[1:]):
        d.text((w // 2, 185 + 70 * k), line, font=font("Liberation Sans", 42), fill=0, anchor="mm")
    seal = seal.rotate(7, expand=True, fillcolor=255, resample=Image.BICUBIC)
    image.paste(0, (image.width - seal.width - 190, image.height - seal.height - 480), mask=seal.point(lambda v: 255 if v < 128 else 0))


def holes(image):
    from PIL import ImageDraw
    d = ImageDraw.Draw(image)
    for y in (image.height // 2 - 472, image.height // 2 + 472):
        d.ellipse((100, y - 34, 168, y + 34), fill=30)


def copy_scan(image, gen):
    """A page from a copier's feeder: 200 dpi, skewed, grey paper, one dark edge."""
    import numpy
    from PIL import Image, ImageFilter
    angle = float(gen.choice((-1, 1))) * float(gen.uniform(0.7, 1.4))
    image = image.rotate(angle, resample=Image.BICUBIC, fillcolor=255, translate=(int(gen.integers(-12, 12)), int(gen.integers(-12, 12))))
    a = numpy.asarray(image.filter(ImageFilter.GaussianBlur(0.5)), dtype=numpy.float32)
    paper = rp.smooth_field(gen, a.shape, 4, 222, 242)
    a = 34 + (a / 255.0) * (paper - 34)
    x = numpy.arange(a.shape[1], dtype=numpy.float32)
    a *= (1 - 0.6 * numpy.exp(-x / 14))[None, :]
    a += gen.normal(0, 4.5, a.shape)
    a[gen.random(a.shape) < 0.00015] = 40
    return Image.fromarray(numpy.clip(a, 0, 255).astype(numpy.uint8))


def blot(image, box, gen):
    """A drop of ink on the first digit of a value: the digit shows through, but only just."""
    import numpy
    from PIL import Image
    a = numpy.asarray(image, dtype=numpy.float32).copy()
    x0, y0, x1, y1 = box
    cx, cy = x0 + (x1 - x0) * 0.10, (y0 + y1) / 2 + 4
    yy, xx = numpy.mgrid[0:a.shape[0], 0:a.shape[1]]
    r = numpy.hypot((xx - cx) / 1.0, (yy - cy) / 1.15) + rp.smooth_field(gen, a.shape, 220, -2.0, 2.0)
    size = (y1 - y0) * 0.30
    a = numpy.where(r < size, a * 0.45 + 25 + gen.normal(0, 14, a.shape), a)
    a = numpy.where((r >= size) & (r < size + 2.0), a * 0.45, a)
    return Image.fromarray(numpy.clip(a, 0, 255).astype(numpy.uint8))


def photo(image, gen):
    """A book page on a table, photographed from above by hand: perspective, lamp light, shadow of the hand."""
    import numpy
    from PIL import Image, ImageFilter
    w, h = 2160, 2880
    page = image.convert("RGB")
    pw, ph = page.size
    corners = [(205, 175), (1985, 120), (2070, 2725), (130, 2660)]  # where the page's corners come to lie

    def solve(src, dst):
        rows, right = [], []
        for (x, y), (u, v) in zip(dst, src):
            rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
            rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
            right += [u, v]
        return numpy.linalg.solve(numpy.array(rows, dtype=float), numpy.array(right, dtype=float))

    k = solve([(0, 0), (pw, 0), (pw, ph), (0, ph)], corners)
    flat = page.transform((w, h), Image.PERSPECTIVE, k, Image.BICUBIC)
    mask = Image.new("L", page.size, 255).transform((w, h), Image.PERSPECTIVE, k, Image.BICUBIC)
    ink = numpy.asarray(flat, dtype=numpy.float32) / 255.0
    cover = numpy.asarray(mask, dtype=numpy.float32)[..., None] / 255.0
    paper = numpy.array([240, 231, 208], dtype=numpy.float32)
    black = numpy.array([52, 46, 44], dtype=numpy.float32)
    sheet = black + ink * (paper - black)
    grain = rp.smooth_field(gen, (h, 40), 40, -14, 14)
    table = numpy.array([96, 66, 44], dtype=numpy.float32) + numpy.asarray(
        Image.fromarray(grain).resize((w, h), Image.BICUBIC))[..., None]
    a = cover * sheet + (1 - cover) * table
    yy, xx = numpy.mgrid[0:h, 0:w].astype(numpy.float32)
    light = 1.06 - 0.42 * numpy.hypot((xx - w * 0.3) / w, (yy - h * 0.25) / h)
    shadow = 1 - 0.22 / (1 + numpy.exp(-(xx * 0.5 + yy - h * 1.02) / 130))
    a = a * (light * shadow)[..., None]
    a += gen.normal(0, 3.0, (h, w, 1))
    out = Image.fromarray(numpy.clip(a, 0, 255).astype(numpy.uint8))
    return out.filter(ImageFilter.GaussianBlur(0.7))


LIES = [("3,8 m", "8,3 m"), ("dan 8 m", "dan 6 m"), ("14 bedragen", "11 bedragen"), ("10 m", "16 m"), ("45 m", "95 m"), ("4,5 m", "1,5 m"),
        ("13 m", "18 m"), ("dan 7 m", "dan 1 m"), ("25 m", "28 m"), ("65%", "85%"), ("15 m", "13 m"), ("0,3 m", "0,8 m")]


def lie(text, page):
    """What a bad text layer says: other values on the first page, letter salad on the next."""
    for true, false in LIES:
        text = text.replace(true, "\0" + false[0] + "\1" + false[1:])
    text = text.replace("\0", "").replace("\1", "")
    if page == 0:
        for a, b in (("goothoogte", "goothooqte"), ("bouwhoogte", "bouwhoogle"), ("bedragen", "bedraqen"), ("meer", "rneer")):
            text = text.replace(a, b)
        return text
    shift = str.maketrans("abcdefghijklmnopqrstuvwxyz", "defghijklmnopqrstuvwxyzabc")
    return "\n".join(line.translate(shift) for line in text.split("\n"))


def text_layer(pdf, out):
    """A PDF with, at each word's place, the word the bad layer has."""
    from html import escape, unescape
    pages = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    parts = ["<style>@page { size: A4; margin: 0 } html { font-family: 'Liberation Serif'; } div { position: relative; width: 210mm; "
             "height: 296mm; break-after: page } span { position: absolute; white-space: pre; line-height: 1 }</style>"]
    for k, page in enumerate(re.findall(r"<page.*?</page>", pages, re.S)):
        words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<', page)
        text = lie(" ".join(unescape(w[4]) for w in words), k).split(" ")
        assert len(text) == len(words), (len(text), len(words))
        parts.append("<div>" + "".join(
            f"<span style='left: {x0}pt; top: {y0}pt; font-size: {(float(y1) - float(y0)) * 0.86:.2f}pt'>{escape(t)} </span>"
            for (x0, y0, x1, y1, _), t in zip(words, text)) + "</div>")
    rp.write_pdf("".join(parts), out)


def make_file(spec, dossier, source, tmp):
    """Writes one file of a dossier; returns the clean PDF its text can be looked up in."""
    import numpy
    from PIL import Image
    out = TARGET / dossier["folder"] / spec["name"]
    out.parent.mkdir(parents=True, exist_ok=True)
    text = (source / spec.get("text", "text.md")).read_text(encoding="utf-8")
    rng = random.Random(spec["name"])
    markup = rp.to_html(rp.parse(text), spec["design"], spec["title"], rng, spec.get("first", 1), spec.get("doc", "gemeente Lindewaard"),
                        COVER + spec.get("css", ""))
    if dossier["folder"] == "station-summary":
        markup = markup.replace("<html lang='nl'>", "<html lang='en'>")
    clean = tmp / (spec["name"] + ".clean.pdf")
    rp.write_pdf(markup, clean)
    gen = numpy.random.Generator(numpy.random.PCG64(rp.seed_of(spec["name"])))
    pages = [p for p in range(1, rp.page_count(clean) + 1) if p - 1 not in spec.get("drop", [])]
    form = spec["form"]
    if form == "digital":
        out.write_bytes(clean.read_bytes())
    elif form == "g4":
        images = []
        for k, p in enumerate(pages):
            im = rp.rasterise(clean, p, 300)
            if spec.get("stamp") and spec["stamp"][0] == k:
                stamp(im, spec["stamp"][1])
            if spec.get("holes"):
                holes(im)
            images.append(rp.degrade(im, "g4", rp.seed_of(spec["name"], p)))
        rp.write_images(images, "g4", 300, out)
    elif form == "copy":
        images = []
        for k, p in enumerate(pages):
            im = rp.rasterise(clean, p, 200)
            box = word_box(clean, p, spec["blot"], 200) if spec.get("blot") else None
            if box:
                im = blot(im, box, gen)
            if k in spec.get("upside_down", []):
                im = im.transpose(Image.ROTATE_180)
            images.append(copy_scan(im, gen))
        rp.JPEG["copy"] = 52
        rp.write_images(images, "copy", 200, out)
    elif form == "photo":
        photo(rp.rasterise(clean, 1, 330), gen).save(out, quality=72, dpi=(200, 200), subsampling=2)
        assert len(pages) == 1, len(pages)
    elif form == "png":
        for k, p in enumerate(pages):
            im = rp.rasterise(clean, p, 200).quantize(16, dither=Image.NONE)
            im.save(out.with_name(f"{out.stem}-{k + 1}{out.suffix}"), dpi=(200, 200), optimize=True)
    elif form == "lying":
        images = [copy_scan(rp.rasterise(clean, p, 200), gen) for p in pages]
        rp.JPEG["copy"] = 52
        scan, layer = tmp / "scan.pdf", tmp / "layer.pdf"
        rp.write_images(images, "copy", 200, scan)
        text_layer(clean, layer)
        subprocess.run(["qpdf", "--deterministic-id", str(scan), "--underlay", str(layer), "--", str(out)], check=True)
    else:
        raise ValueError(form)
    return clean


def make_drawn(spec, dossier):
    """A map sheet with its gold, or the GML beside it."""
    out = TARGET / dossier["folder"] / spec["name"]
    if spec["form"] == "gml":
        map_plans.make_gml(out)
        return
    plan = next(iter(dossier["gold"]))
    made = map_plans.make_map(dossier["map"], out.with_suffix(""), TARGET / "gold" / "maps" / f"{plan}.json")
    assert made == out.name, (made, out.name)


# ---------------------------------------------------------------------------------------------
# Gold

def squash(text):
    return re.sub(r"[^0-9a-zà-ÿ%°]", "", text.lower().replace("²", "2").replace("³", "3"))


def plain(text):
    """The words of a source text, without its marks."""
    text = re.sub(r"^[ \t]*[-*] (?=\S)", "", text, flags=re.M)
    text = re.sub(r"^#+ ", "", text, flags=re.M)
    text = re.sub(r"^\|[ |-]*-[ |-]*\|$", "", text, flags=re.M)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text).replace("|", " "))


NUMBER_WORDS = dict(een=1, één=1, twee=2, drie=3, vier=4, vijf=5, zes=6, zeven=7, acht=8, negen=9, tien=10, vijftien=15, twintig=20,
                    vierhonderd=400, volledig=100)


def says(quote, value):
    """Whether a value stands in a quote, in figures or in words."""
    numbers = set()
    for n in re.findall(r"\d[\d.,]*\d|\d", quote):
        if re.fullmatch(r"\d{1,3}(\.\d{3})+", n):
            numbers.add(float(n.replace(".", "")))
        numbers.add(float(n.replace(".", "").replace(",", ".")) if "," in n else float(n) if n.count(".") < 2 else -1)
    numbers |= {n / 100 for n in set(numbers)} if " cm" in quote else set()
    numbers |= {float(v) for w, v in NUMBER_WORDS.items() if re.search(rf"\b{w}\b", quote, re.I)}
    if "twee derde" in quote:
        numbers.add(66.67)
    return float(value) in numbers


SOURCES = {"map", "existing", "formula", "table"}


def read_gold(path):
    """The table of a dossier as JSON; see README for the columns."""
    out = dict(style="other", norms=[], ambiguous=[], expected_flags=[], expected_flags_any=[])
    part = "norms"
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("style:"):
            out["style"] = line.split(":", 1)[1].strip()
        elif line.startswith("flags:"):
            out["expected_flags"] = [x.strip() for x in line.split(":", 1)[1].split(",") if x.strip()]
        elif line.startswith("any flags:"):
            out["expected_flags_any"].append([x.strip() for x in line.split(":", 1)[1].split("/")])
        elif line.startswith("Not norms"):
            part = "ambiguous"
        elif line.startswith("|") and not line.startswith(("| role", "| quote", "| ---")):
            c = [x.strip() for x in line.strip().strip("|").split("|")]
            if part == "ambiguous":
                out["ambiguous"].append(dict(quote=c[0], why=c[1]))
                continue
            role, kind, value, subject, condition, bestemming, article, quote = c[:8]
            role, _, source = role.partition("/")
            assert source in SOURCES | {""}, line
            number, unit = value.split(" ")
            unknown = subject == "?"
            norm = dict(kind=kind.replace(" (minimum)", ""), comparator="at_least" if "minimum" in kind else "at_most",
                        value=None if number == "-" else number, unit=unit,
                        value_source="text" if source in ("", "table") else source, role=role,
                        subject="" if unknown else subject, subject_source="inferred" if unknown else "verbatim",
                        condition=condition, bestemming=None if bestemming in ("", "?") else bestemming, article=article, quote=quote)
            if source == "table":
                norm["in_table"] = True
            if len(c) > 8:
                norm["flags"] = c[8].split()
            out["norms"].append(norm)
    return out


def check_gold(name, gold, words):
    """Every quote must stand in the text and hold its value; numbers with a unit that no line speaks of are named."""
    problems, flat = [], squash(words)
    left = words
    for n in gold["norms"] + gold["ambiguous"]:
        if squash(n["quote"]) not in flat:
            problems.append(f"{name}: not in the text: {n['quote']}")
        if n.get("value") and not says(n["quote"], n["value"]):
            problems.append(f"{name}: no {n['value']} in: {n['quote']}")
        left = re.sub(r"\W+".join(re.escape(w) for w in re.findall(r"\w+", n["quote"])), " ## ", left, count=1)
    for m in re.finditer(r"\d[\d.,]*\s?(m[123²³]?|meter|cm|ha|%|°|graden|bouwlagen|woningen|lagen)(?!\w)", left):
        problems.append(f"{name}: nothing says what this is: ...{left[max(0, m.start() - 50):m.end() + 10]}...")
    return problems


def find_pages(gold, files):
    """Adds the file and the page a quote stands on (as the file counts its pages)."""
    for n in gold["norms"]:
        for name, pages in files:
            hits = [k for k, p in enumerate(pages) if squash(n["quote"]) in p]
            if not hits:  # it runs over a page's end
                head = squash(n["quote"])
                head = head[: max(12, len(head) // 3)]
                hits = [k for k, p in enumerate(pages) if head in p]
            if hits:
                n["file"], n["page"] = name, hits[0] + 1
                if len(hits) > 1:  # the article's number tells which
                    number = squash(n["article"].split(" onder ")[0])
                    near = [k for k in hits if number in pages[k]]
                    n["page"] = (near or hits)[0] + 1
                break
        else:
            print("  no page for:", n["quote"])


def page_texts(pdf, dropped):
    out = []
    for p in range(1, rp.page_count(pdf) + 1):
        if p - 1 in dropped:
            continue
        both = ""  # once in reading order, once in lines for the rows of tables
        for layout in ([], ["-layout"]):
            text = subprocess.run(["pdftotext"] + layout + ["-f", str(p), "-l", str(p), str(pdf), "-"], stdout=subprocess.PIPE, check=True)
            both += squash(re.sub(r"(?<=\w)[-\u2010]\n", "", text.stdout.decode())) + "|"
        out.append(both)
    return out


def main():
    wanted = [a for a in sys.argv[1:] if not a.startswith("-")]
    only_check = "--check" in sys.argv
    problems = []
    for d in DOSSIERS:
        if wanted and d["folder"] not in wanted:
            continue
        source = HERE / "dossiers" / d.get("source", d["folder"])
        texts = [source / f.get("text", "text.md") for f in d["files"] if f["form"] not in NOT_TEXT]
        words = plain("\n".join(re.sub(r'<section class="lost">.*?</section>', " ", t.read_text(encoding="utf-8"), flags=re.S)
                                for t in texts))
        golds = {plan: read_gold(source / table) for plan, table in d["gold"].items()}
        for plan, gold in golds.items():
            problems += check_gold(plan, gold, words)
        if only_check:
            continue
        print(d["folder"])
        files = []
        with tempfile.TemporaryDirectory() as tmp:
            for spec in d["files"]:
                if spec["form"] == "same":
                    folder = TARGET / d["folder"]
                    (folder / spec["name"]).write_bytes((folder / spec["of"]).read_bytes())
                    continue
                if spec["form"] in NOT_TEXT:
                    make_drawn(spec, d)
                    continue
                clean = make_file(spec, d, source, Path(tmp))
                pages = page_texts(clean, spec.get("drop", []))
                if spec["form"] == "png":
                    files += [(f"{Path(spec['name']).stem}-{k + 1}.png", [p]) for k, p in enumerate(pages)]
                else:
                    files.append((spec["name"], pages))
        for plan, gold in golds.items():
            find_pages(gold, files)
            target = TARGET / "gold" / f"{plan}.json"
            target.parent.mkdir(exist_ok=True)
            target.write_text(json.dumps(dict(plan_id=plan, folder=d["folder"], **gold), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for p in problems:
        print(p, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
