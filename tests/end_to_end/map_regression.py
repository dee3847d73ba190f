#!/usr/bin/env python3
"""Draws real plans as maps in several hands and forms, with rules that point at the map, reads them and scores what was read.

Usage: map_regression.py PROGRAM IMRO OUTPUT [--plans A,B] [--hands A,B] [--forms A,B] [--seeds 1,2] [--all] [--jobs N] [--draw-only]
SPDX-License-Identifier: GPL-3.0-or-later

IMRO is a folder of GML files: their geometry is drawn, their values and some invented ones are the gold; the GML itself is not
given to the program. Sheets of large plans are drawn as pictures in two hands only, unless --all. Drawings and pages that were
read are kept in OUTPUT as long as the drawer is the same; OUTPUT/faults.txt names every value that was missed or misplaced. Fails
when a figure falls below the column `holds` of thresholds.csv (groups map-FORM). Ends with 77 (skipped) without IMRO files.
"""
import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import zlib
from multiprocessing import Pool
from pathlib import Path

import clean_areas
import ground_fit
from thresholds import judge

HERE = Path(__file__).resolve().parent
SUPPORT = HERE.parent / "support"
sys.path.insert(0, str(SUPPORT))

#: part of the file name -> how it is drawn: scale, size of the signs
PLANS = {"3456": (500, 1.0), "0664": (1000, 1.0), "1680": (1500, 0.8)}
VECTOR, RASTER = ("pdf", "geopdf", "side"), ("png", "scan", "curves")
WITHOUT_GRID = ("geopdf", "png", "geotiff")  # what places these is in or beside the file
#: hands in which the sheets of large plans are drawn as pictures
LARGE_RASTER = {"0664": ("prabpk", "own_signs"), "1680": ("prabpk", "boxes")}

AIMS = {  # kind -> how an article says that the map has its value
    "maximum goothoogte": ("maximum goothoogte (m)", "de goothoogte ten hoogste de aangegeven goothoogte"),
    "maximum bouwhoogte": ("maximum bouwhoogte (m)", "de bouwhoogte ten hoogste de aangegeven bouwhoogte"),
    "minimum bouwhoogte": ("minimum bouwhoogte (m)", "de bouwhoogte ten minste de aangegeven bouwhoogte"),
    "maximum bebouwingspercentage": ("maximum bebouwingspercentage (%)", "het bebouwingspercentage ten hoogste het aangegeven percentage"),
    "maximum dakhelling": ("maximum dakhelling (graden)", "de dakhelling ten hoogste de aangegeven dakhelling"),
    "maximum aantal bouwlagen": ("maximum aantal bouwlagen", "het aantal bouwlagen ten hoogste het aangegeven aantal"),
    "maximum aantal wooneenheden": ("maximum aantal wooneenheden", "het aantal wooneenheden ten hoogste het aangegeven aantal"),
    "maximum oppervlakte": ("maximum oppervlakte (m2)", "de oppervlakte ten hoogste de aangegeven oppervlakte"),
}


def articles(plan, cells):
    """Numbers the articles of the bestemmingen; name -> kinds of values on its ground."""
    names = sorted({a.name for a in plan.of("enkelbestemming")})
    for area in plan.of("enkelbestemming"):
        area.article = str(3 + names.index(area.name))
    kinds = {name: [] for name in names}
    for cell in cells:
        for value in cell.values:
            if cell.bestemming and value.kind not in kinds[cell.bestemming.name]:
                kinds[cell.bestemming.name].append(value.kind)
    return kinds


def rules_text(plan, kinds):
    lines = [f"# {plan.name}", f"{plan.imro_id}", "# Hoofdstuk 1 Inleidende regels", "## Artikel 1 Begrippen", "1.1 plan:",
             f"het bestemmingsplan {plan.name} met identificatienummer {plan.imro_id};", "## Artikel 2 Wijze van meten",
             "De bouwhoogte wordt gemeten vanaf het peil tot aan het hoogste punt van een bouwwerk.", "# Hoofdstuk 2 Bestemmingsregels"]
    for number, (name, there) in enumerate(kinds.items(), 3):
        lines += [f"## Artikel {number} {name}", f"{number}.1 Bestemmingsomschrijving",
                  f"De voor '{name}' aangewezen gronden zijn bestemd voor {name.lower()} en wat daarbij hoort."]
        if there:
            lines += [f"{number}.2 Bouwregels", "Voor het bouwen van gebouwen gelden de volgende regels:"]
            ends = [";"] * (len(there) - 1) + ["."]
            lines.append("\n".join(f"- {chr(97 + k)}. ter plaatse van de aanduiding '{AIMS[kind][0]}' bedraagt {AIMS[kind][1]}{end}"
                                   for k, (kind, end) in enumerate(zip(there, ends))))
    lines += ["# Hoofdstuk 3 Slotregel", f"## Artikel {3 + len(kinds)} Slotregel", f"Deze regels worden aangehaald als: Regels {plan.name}."]
    return "\n\n".join(lines) + "\n"


def draw_plan(plan, plan_key, hand, form, seed, folder, rotation=0):
    """Regels that point at the map and the map itself, in this folder; what stands on it, as gold."""
    import render_pages
    from draw_maps.cells import cells
    from draw_maps.command import draw
    text = rules_text(plan, articles(plan, cells(plan)))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    source = folder / f"r_{plan.imro_id}.txt"
    source.write_text(text, encoding="utf-8")
    render_pages.render(source, "svbp", [("digital", source.with_suffix(".pdf"))], seed, plan.name)
    source.unlink()
    scale, sign_scale = PLANS[plan_key]
    _, found = draw(plan, folder / f"v_{plan.imro_id}", hand, scale, seed, form, rotation=rotation, grid=form not in WITHOUT_GRID,
                    sign_scale=sign_scale)
    return found


def draw_dossier(job):
    """One plan in one hand and form, as a folder with regels and verbeelding, and its gold; kept when it is there."""
    gml, plan_key, hand, form, seed, inputs, gold_folder = job
    name = f"{plan_key}-{hand}-{form}-{seed}"
    target = gold_folder / f"{name}.json"
    if target.exists():
        return name
    from draw_maps import gold, imro
    from draw_maps.values import add_values
    plan = add_values(imro.read(gml), seed)
    letters = (hand + form).replace("_", "")
    plan.imro_id = f"NL.IMRO.{plan_key}.BP{seed:02d}{letters}-VA01"
    rotation = (0, 0, 11, -7)[zlib.crc32(name.encode()) % 4] if form in VECTOR else 0
    found = draw_plan(plan, plan_key, hand, form, seed, inputs / name, rotation)
    gold.write(target, found)
    return name


def drawer_version():
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in [SUPPORT / "render_pages.py", *sorted((SUPPORT / "draw_maps").glob("*.py"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def jobs_of(options, files):
    for key, gml in files.items():
        for hand in options.hands:
            for form in options.forms:
                large = form in RASTER and key in LARGE_RASTER and hand not in LARGE_RASTER[key]
                if large and not options.all:
                    continue
                for seed in options.seeds:
                    yield (gml, key, hand, form, seed, options.output / "inputs", options.output / "gold")


def draw_all(options, files):
    """Names of the dossiers of this run. What another drawer drew is thrown away."""
    version = options.output / "drawer"
    if not version.exists() or version.read_text() != drawer_version():
        for part in ("inputs", "gold"):
            shutil.rmtree(options.output / part, ignore_errors=True)
        (options.output / "gold").mkdir(parents=True)
        version.write_text(drawer_version())
    with Pool(options.jobs) as pool:
        return list(pool.imap_unordered(draw_dossier, list(jobs_of(options, files))))


def read_and_score(options, names):
    """Figures of `planlezer eval --map` over the dossiers of this run."""
    results, gold = options.output / "results", options.output / "gold_of_run"
    for folder in (results, gold):
        shutil.rmtree(folder, ignore_errors=True)
    gold.mkdir()
    for name in names:
        shutil.copyfile(options.output / "gold" / f"{name}.json", gold / f"{name}.json")
    inputs = [str(options.output / "inputs" / name) for name in sorted(names)]
    command = [options.program, "run", *inputs, "--output", str(results), "--jobs", str(options.jobs), "--quiet", "--cache",
               str(options.output / "cache"), "--page-timeout", "600"]
    code = subprocess.run(command).returncode
    if code not in (0, 3):
        raise SystemExit(f"planlezer run: exit code {code}")
    file = options.output / "figures.json"
    listed = subprocess.run([options.program, "eval", str(results), str(gold), "--map", "--list", "--json", str(file)], check=True, text=True,
                            encoding="utf-8", stdout=subprocess.PIPE).stdout
    table, _, faults = listed.partition(" zonder resultaat")
    print(table + " zonder resultaat" + faults.split("\n", 1)[0])
    (options.output / "faults.txt").write_text(faults, encoding="utf-8")
    return json.loads(file.read_text(encoding="utf-8"))


def areas_are_clean(options, names):
    """Of the sheets that were drawn, not scanned: no polygon is broken and neighbours share their edges."""
    from osgeo import ogr
    broken = []
    for name in sorted(names):
        if name.split("-")[2] not in VECTOR:
            continue
        imro_id = json.loads((options.output / "gold" / f"{name}.json").read_text(encoding="utf-8"))["imro_id"]
        plan = options.output / "results" / "plans" / f"{imro_id}.json"
        if plan.exists():
            broken += clean_areas.faults(json.loads(plan.read_text(encoding="utf-8")), ogr)
    print("\n".join(broken[:40]) if broken else "every area is clean")
    return not broken


def grounds(options, names):
    """By form: the share of bestemmingen that lie where they should, of sheets on which none lies wrong in silence, and of accepted norms in their place."""
    from osgeo import ogr
    figures, lines = {}, []
    for name in sorted(names):
        gold = json.loads((options.output / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        plan = options.output / "results" / "plans" / f"{gold['imro_id']}.json"
        if not plan.exists():
            continue
        result = json.loads(plan.read_text(encoding="utf-8"))
        good, total, silent = ground_fit.fit(gold, result, ogr)
        lying, accepted, elsewhere = ground_fit.placed(gold, result, ogr)
        counts = figures.setdefault(name.split("-")[2], {"grounds": [0, 0], "grounds_told": [0, 0], "placed": [0, 0]})
        for figure, hits, of in (("grounds", good, total), ("grounds_told", not silent, 1), ("placed", lying, accepted)):
            counts[figure][0] += hits
            counts[figure][1] += of
        lines += silent + elsewhere
    (options.output / "grounds.txt").write_text("\n".join(lines), encoding="utf-8")
    return {form: {figure: {"hits": int(hits), "total": of, "share": hits / of if of else 1.0} for figure, (hits, of) in counts.items()} for form, counts in figures.items()}


def right(rate):
    """What `wrong_among_accepted` leaves; nothing accepted is nothing wrong."""
    hits, total = rate["total"] - rate["hits"], rate["total"]
    return {"hits": hits, "total": total, "share": hits / total if total else 1.0}


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("program")
    ap.add_argument("imro", type=Path)
    ap.add_argument("output", type=Path)
    ap.add_argument("--plans", default=",".join(PLANS))
    ap.add_argument("--hands", default="")
    ap.add_argument("--forms", default=",".join(VECTOR + RASTER))
    ap.add_argument("--seeds", default="1")
    ap.add_argument("--all", action="store_true", help="large plans as pictures in every hand too")
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--draw-only", action="store_true")
    options = ap.parse_args()
    files = {key: path for key in options.plans.split(",") for path in sorted(options.imro.glob(f"NL.IMRO.{key}.*.gml"))}
    if not files:
        print(f"skipped: no IMRO files in {options.imro}")
        return 77
    from draw_maps.hands import HANDS
    options.hands = options.hands.split(",") if options.hands else sorted(HANDS)
    options.forms = options.forms.split(",")
    options.seeds = [int(seed) for seed in options.seeds.split(",")]
    options.output.mkdir(parents=True, exist_ok=True)
    names = draw_all(options, files)
    print(f"{len(names)} sheets drawn in {options.output / 'inputs'}")
    if options.draw_only:
        return 0
    figures = read_and_score(options, names)
    broken = False
    fits = grounds(options, names)
    for form, rates in figures["by_form"].items():
        lines, fell = judge(f"map-{form}", {"read": rates["read"], "iou_90": rates["iou_90"], "right": right(rates["wrong_among_accepted"]), **fits.get(form, {})})
        print("\n".join(lines))
        broken = broken or fell
    broken = not areas_are_clean(options, names) or broken
    if figures["absent"]:
        print(f"no result for {', '.join(figures['absent'])}")
    return 1 if broken or figures["absent"] else 0


if __name__ == "__main__":
    sys.exit(main())
