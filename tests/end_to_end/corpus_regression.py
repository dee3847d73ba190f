#!/usr/bin/env python3
"""Draws the development gold as pages, runs the program over them and scores it with `planlezer eval`.

Usage: corpus_regression.py PROGRAM GOLD OUTPUT [--designs A,B,C] [--qualities digital,scan300,bad200] [--jobs N] [--only '0*']
SPDX-License-Identifier: GPL-3.0-or-later

Pages that were drawn and pages that were read are kept in OUTPUT, so a run after a change of rules takes a minute. Fails when a
figure falls below the column `holds` of thresholds.csv; OUTPUT/as_given.txt and OUTPUT/corrected.txt name every fault. Explanatory texts are named as such and may set no rule at all. Ends with 77 (skipped) when there is no corpus.
"""
import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from thresholds import judge

HERE = Path(__file__).resolve().parent
RENDER = HERE.parent / "support" / "render_pages.py"


def copy_texts(gold, texts):
    """The texts under the names that a plan's files would have; returns nothing that is not there any more."""
    shutil.rmtree(texts, ignore_errors=True)
    texts.mkdir(parents=True)
    for path in sorted(gold.glob("*.json")):
        style = json.loads(path.read_text(encoding="utf-8")).get("style")
        name = ("t_" if style == "toelichting" else "") + path.stem + ".txt"
        shutil.copyfile(path.with_suffix(".txt"), texts / name)


def draw(options, texts, pages):
    subprocess.run([sys.executable, str(RENDER), "--batch", str(texts), "--out", str(pages), "--designs", options.designs,
                    "--qualities", options.qualities, "--jobs", str(options.jobs), "--only", options.only, "--skip-existing"], check=True)


def run(options, pages, design, quality):
    """One run a rendering, so that a text which names its plan is not one dossier with its other renderings."""
    inputs = options.output / "inputs" / f"{design}__{quality}"
    inputs.mkdir(parents=True)
    for path in sorted((pages / design / quality).glob(options.only + ".pdf")):
        name = path.stem.replace("t_", "toelichting_", 1)  # "t_" says so only in front of an identification
        os.link(path, inputs / f"{name}__{design}__{quality}.pdf")
    results = options.output / "runs" / f"{design}__{quality}"
    command = [options.program, "run", str(inputs), "--output", str(results), "--jobs", str(options.jobs), "--quiet",
               "--cache", str(options.output / "cache")]
    code = subprocess.run(command).returncode
    if code not in (0, 3):
        raise SystemExit(f"{' '.join(command)}: exit code {code}")
    plans = options.output / "results" / "plans"
    plans.mkdir(parents=True, exist_ok=True)
    for path in sorted((results / "plans").glob("*.json")):
        shutil.copyfile(path, plans / f"{design}__{quality}__{path.name}")


def evaluate(options, gold, name):
    """Figures against a folder of gold; leaves NAME.txt with the table and every fault."""
    file = options.output / f"{name}.json"
    command = [options.program, "eval", str(options.output / "results"), str(gold), "--list", "--json", str(file)]
    if options.only != "*":
        command.append("--present-only")
    listed = subprocess.run(command, check=True, text=True, encoding="utf-8", stdout=subprocess.PIPE).stdout
    (options.output / f"{name}.txt").write_text(listed, encoding="utf-8")
    print(listed.split("\n\nFOUT ZONDER VLAG")[0].split("\n\nGEMIST")[0])
    return json.loads(file.read_text(encoding="utf-8"))


def corrected(gold, folder):
    """The gold with what gold_corrections.csv says of it; a correction that fits nothing is a fault of the table."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(gold, folder)
    with (HERE / "gold_corrections.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter=";"):
            path = folder / f"{row['file']}.json"
            text = json.loads(path.read_text(encoding="utf-8"))
            norms = [norm for norm in text["norms"] if norm["kind"] == row["kind"] and norm["value"] == row["value"]
                     and norm["article"] == row["article"] and norm[row["field"]] == row["was"]]
            if len(norms) != 1:
                raise SystemExit(f"gold_corrections.csv: {row['file']} {row['kind']} {row['value']}: {len(norms)} norms fit")
            norms[0][row["field"]] = row["is"]
            path.write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
    return folder


def report(figures, qualities):
    """Prints one line a threshold; whether one is broken."""
    rules = figures["toelichting"]["accepted_rules"]
    print(f"explanatory texts: {rules} accepted rules, must be 0")
    broken = False
    for quality in qualities:
        of_quality = figures["by_variant"][quality]
        rates = {name: of_quality[name] for name in ("precision", "recall", "coverage", "coverage_visible", "subject", "role")}
        rates["height_recall"] = figures["heights_by_variant"][quality]["recall"]
        lines, fell = judge(quality, rates)
        print("\n".join(lines))
        broken = broken or fell
    return broken or rules > 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("gold", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--designs", default="svbp,word,typewriter")
    parser.add_argument("--qualities", default="digital,scan300,bad200")
    parser.add_argument("--only", default="*")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    if not options.gold.is_dir():
        print(f"skipped: no development corpus at {options.gold}")
        return 77
    pages = options.output / "pages"
    copy_texts(options.gold, options.output / "texts")
    draw(options, options.output / "texts", pages)
    for made in ("inputs", "runs", "results"):
        shutil.rmtree(options.output / made, ignore_errors=True)
    for design in options.designs.split(","):
        for quality in options.qualities.split(","):
            run(options, pages, design, quality)
    qualities = options.qualities.split(",")
    broken = report(evaluate(options, options.gold, "as_given"), qualities)
    print("\nWith the gold corrected as gold_corrections.csv says and why (for information):")
    report(evaluate(options, corrected(options.gold, options.output / "gold"), "corrected"), qualities)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
