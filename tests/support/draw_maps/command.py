"""Draws a map from an IMRO GML:

    python3 -m draw_maps GML --hand prabpk --scale 1000 --output DIR [--form pdf] [--seed 1] [--values] [--rotation 12]

Writes DIR/v_<imro id>.<ending of the form> and DIR/v_<imro id>.gold.json. The same input and seed give the same bytes.
Debian packages: python3-cairo python3-gdal python3-numpy python3-pil fonts-liberation.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import argparse
from pathlib import Path

from . import gold, imro
from .hands import HANDS
from .sheet import make_drawing
from .values import add_values


def main():
    ap = argparse.ArgumentParser(prog="draw_maps", description=__doc__.split("\n")[0])
    ap.add_argument("gml", type=Path)
    ap.add_argument("--hand", choices=sorted(HANDS), default="prabpk")
    ap.add_argument("--scale", type=int, default=1000)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--values", action="store_true", help="add invented values to bouwvlakken that have none")
    ap.add_argument("--rotation", type=float, default=0.0, help="degrees counter-clockwise")
    ap.add_argument("--sign-scale", type=float, default=1.0)
    ap.add_argument("--no-grid", action="store_true")
    ap.add_argument("--output", type=Path, required=True, help="folder")
    a = ap.parse_args()
    plan = imro.read(a.gml)
    if a.values:
        add_values(plan, a.seed)
    a.output.mkdir(parents=True, exist_ok=True)
    drawing = make_drawing(HANDS[a.hand], plan, a.scale, a.seed, rotation=a.rotation, grid=not a.no_grid,
                           sign_scale=a.sign_scale)
    sheet = a.output / f"v_{plan.imro_id}.pdf"
    drawn = drawing.write_pdf(sheet)
    gold.write(a.output / f"v_{plan.imro_id}.gold.json", gold.gold(drawn, sheet.name, {"form": "pdf", "seed": a.seed}))
    return 0
