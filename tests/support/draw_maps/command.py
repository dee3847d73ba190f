"""Draws a map from an IMRO GML:

    python3 -m draw_maps GML|signs --hand prabpk --scale 1000 --output DIR [--form pdf] [--seed 1] [--values] [--rotation 12]

Instead of a GML, `signs`: a plan with every matrix symbol of PRABPK2012. Writes DIR/v_<imro id>.<ending of the form>, its gold DIR/v_<imro id>.gold.json, and with --view a picture of the gold.
The same input and seed give the same bytes.
Debian packages: python3-cairo python3-gdal python3-numpy python3-pil poppler-utils qpdf img2pdf fonts-liberation fonts-urw-base35.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import argparse
import tempfile
import zlib
from pathlib import Path

from . import all_signs, forms, gold, imro
from .check_view import draw_view
from .hands import HANDS
from .sheet import make_drawing
from .values import add_values


def draw(plan, target, hand="prabpk", scale=1000, seed=1, form="pdf", **options):
    """Draws a plan to `target` (without ending) in one hand and one form; returns (file, gold)."""
    options["outlined"] = options.get("outlined", False) or form == "curves"
    drawing = make_drawing(HANDS[hand], plan, scale, seed, **options)
    sheet = target.with_name(target.name + forms.FORMS[form][0])
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "sheet.pdf"
        drawn = drawing.write_pdf(pdf)
        said = forms.make(form, pdf, sheet, drawn, zlib.crc32(f"{plan.imro_id} {hand} {seed}".encode()))
    return sheet, gold.gold(drawn, sheet.name, {**said, "grid": drawing.grid, "seed": seed})


def main():
    ap = argparse.ArgumentParser(prog="draw_maps", description=__doc__.split("\n")[0])
    ap.add_argument("plan", help="a GML, or: signs")
    ap.add_argument("--hand", choices=sorted(HANDS), default="prabpk")
    ap.add_argument("--form", choices=sorted(forms.FORMS), default="pdf")
    ap.add_argument("--scale", type=int, default=1000)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--values", action="store_true", help="add invented values to bouwvlakken that have none")
    ap.add_argument("--rotation", type=float, default=0.0, help="degrees counter-clockwise")
    ap.add_argument("--sign-scale", type=float, default=1.0)
    ap.add_argument("--outlined", action="store_true", help="letters as curves")
    ap.add_argument("--no-grid", action="store_true")
    ap.add_argument("--view", action="store_true", help="also a picture of the gold: what is where")
    ap.add_argument("--output", type=Path, required=True, help="folder")
    a = ap.parse_args()
    plan = all_signs.plan() if a.plan == "signs" else imro.read(a.plan)
    if a.values:
        add_values(plan, a.seed)
    a.output.mkdir(parents=True, exist_ok=True)
    target = a.output / f"v_{plan.imro_id}"
    _, found = draw(plan, target, a.hand, a.scale, a.seed, a.form, rotation=a.rotation, grid=not a.no_grid, sign_scale=a.sign_scale,
                    outlined=a.outlined)
    gold.write(a.output / f"v_{plan.imro_id}.gold.json", found)
    if a.view:
        draw_view(found, a.output / f"v_{plan.imro_id}.gold.png")
    return 0
