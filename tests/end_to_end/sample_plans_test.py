#!/usr/bin/env python3
"""What must hold of a run over the sample plans. Usage: sample_plans_test.py CHECK PROGRAM SOURCE RUNS.

SPDX-License-Identifier: GPL-3.0-or-later

RUNS is what run_sample_plans.py left. A check yields one line a fault. Ends with 77 (skipped) when a check cannot be made here.
"""
import csv
import filecmp
import io
import json
import subprocess
import sys
from pathlib import Path

import clean_areas
import geopackage_check
import ground_fit
from thresholds import judge


class Skipped(Exception):
    pass


class Runs:
    def __init__(self, program, source, runs):
        self.program, self.source, self.folder = program, Path(source), Path(runs)
        self.one, self.four = self.folder / "one", self.folder / "four"
        self.gold = self.source / "sample-plans" / "gold"

    def plans(self):
        return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((self.one / "plans").glob("*.json"))]

    def figures(self):
        """Of `planlezer eval`, and its list of faults."""
        file = self.folder / "figures.json"
        done = subprocess.run([self.program, "eval", str(self.one), str(self.gold), "--list", "--json", str(file)],
                              check=True, text=True, encoding="utf-8", stdout=subprocess.PIPE)
        return json.loads(file.read_text(encoding="utf-8")), done.stdout

    def faults_of_kind(self, heads):
        """The paragraphs of the list that start with one of these."""
        return [part for part in self.figures()[1].split("\n\n") if part.startswith(heads)]


def written(folder):
    """Relative paths of the files of a run that hold no times."""
    return {path.relative_to(folder) for path in folder.rglob("*")
            if path.is_file() and path.name != "run.json" and not any(part.startswith(".") for part in path.relative_to(folder).parts)}


def same_bytes(runs):
    """One job or four, inputs in whatever order, decimal point or comma: the same files."""
    one, four = written(runs.one), written(runs.four)
    yield from (f"only in one of the runs: {path}" for path in sorted(one ^ four))
    yield from (f"differs: {path}" for path in sorted(one & four) if not filecmp.cmp(runs.one / path, runs.four / path, shallow=False))
    if not any(path.parts[0] == "plans" for path in one):
        yield "no plans were written"


def schema(runs):
    """Every result keeps to the published schema."""
    try:
        import jsonschema
    except ImportError:
        raise Skipped("python3-jsonschema is not installed") from None
    text = (runs.source / "schemas" / "plan-result.schema.json").read_text(encoding="utf-8")
    validator = jsonschema.Draft202012Validator(json.loads(text))
    for plan in runs.plans():
        yield from (f"{plan['plan_id']}: {list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(plan))


def tables(runs):
    """The CSV tables hold what the plans hold, and nothing that a spreadsheet would run."""
    def rows(name):
        data = (runs.one / name).read_bytes()
        if not data.startswith(b"\xef\xbb\xbf"):
            yield_fault.append(f"{name}: no byte order mark")
        return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))

    yield_fault = []
    norms = [(plan["plan_id"], norm) for plan in runs.plans() for norm in plan["norms"]]
    table = rows("norms.csv")
    if [(row["plan_id"], row["norm_id"]) for row in table] != [(plan, norm["id"]) for plan, norm in norms]:
        yield "norms.csv: other norms, or another order, than in plans/"
    for row, (_, norm) in zip(table, norms):
        if row["value"] != (norm["value"] or "").replace(".", ","):
            yield f"norms.csv: {row['plan_id']} {row['norm_id']}: value {row['value']!r} for {norm['value']!r}"
    waiting = {(plan, norm["id"]) for plan, norm in norms if norm["status"] == "review"}
    queue = rows("review.csv")
    if {(row["plan_id"], row["norm_id"]) for row in queue if row["norm_id"]} != waiting:
        yield "review.csv: other norms than those in review"
    items = json.loads((runs.one / "review.json").read_text(encoding="utf-8"))["items"]
    if len(items) != len(queue):
        yield f"review.json has {len(items)} items, review.csv {len(queue)} rows"
    for name, all_rows in (("norms.csv", table), ("review.csv", queue)):
        for row in all_rows:
            yield from (f"{name}: a cell that could run: {cell[:40]!r}" for cell in row.values() if cell.lstrip(" ")[:1] in tuple("=+@-"))
    yield from yield_fault


def geopackage(runs):
    """norms.gpkg holds what the plans hold, in RD, styled."""
    try:
        import osgeo  # noqa: F401
    except ImportError:
        raise Skipped("python3-gdal is not installed") from None
    yield from geopackage_check.faults_of(runs.one / "norms.gpkg", runs.plans())


def against_threshold(name, rate, faults):
    """The threshold's line when it is broken, with the faults; what falls short of the goal alone is only printed."""
    lines, broken = judge("sample-plans", {name: rate})
    shortfall = "" if rate["hits"] == rate["total"] else "\n\n".join(faults)
    if broken:
        yield from lines
        yield shortfall
    else:
        print("\n".join([*lines, shortfall]))


def found_or_flagged(runs):
    """Every norm of the gold is found, or a flag points at its place."""
    figures, _ = runs.figures()
    faults = [part for part in runs.faults_of_kind("GEMIST") if "er wijst niets op" in part]
    yield from against_threshold("found_or_flagged", figures["found_or_flagged"], faults)
    if figures["absent"]:
        yield f"no result for {', '.join(figures['absent'])}"


def nothing_wrong(runs):
    """No accepted norm is wrong, of whatever role."""
    figures, _ = runs.figures()
    rates = [role["precision"] for role in figures["by_role"].values()]
    hits, total = sum(rate["hits"] for rate in rates), sum(rate["total"] for rate in rates)
    precision = {"hits": hits, "total": total, "share": hits / total if total else None}
    yield from against_threshold("precision", precision, runs.faults_of_kind("FOUT ZONDER VLAG"))


def flags_raised(runs):
    """Every trap raises its flag."""
    figures, _ = runs.figures()
    yield from against_threshold("expected_flags", figures["expected_flags"], runs.faults_of_kind("VLAG ONTBREEKT"))


def map_values(runs):
    """Values of maps stand where the maps have them."""
    file = runs.folder / "map_figures.json"
    listed = subprocess.run([runs.program, "eval", str(runs.one), str(runs.gold / "maps"), "--map", "--list", "--json", str(file)],
                            check=True, text=True, encoding="utf-8", stdout=subprocess.PIPE).stdout
    figures = json.loads(file.read_text(encoding="utf-8"))
    wrong = figures["all"]["wrong_among_accepted"]
    hits, total = wrong["total"] - wrong["hits"], wrong["total"]
    rates = {"read": figures["all"]["read"], "iou_90": figures["all"]["iou_90"],
             "right": {"hits": hits, "total": total, "share": hits / total if total else 1.0}}
    lines, broken = judge("sample-maps", rates)
    print(listed)
    yield from lines if broken else ()
    print("\n".join(lines))
    if figures["absent"]:
        yield f"no result for {', '.join(figures['absent'])}"


def without_map(runs):
    """Rules that only point at a map that is not there: every one of them flagged, none with a number."""
    plans = [json.loads(path.read_text(encoding="utf-8")) for path in (runs.folder / "without_map" / "plans").glob("*.json")]
    norms = [norm for plan in plans for norm in plan["norms"]]
    if len([norm for norm in norms if norm["value_source"] == "map"]) < 5:
        yield f"{len(norms)} norms, where five point at the map"
    for norm in norms:
        if norm["value"] is not None or norm["status"] != "review" or "MAP_REFERENCE_UNRESOLVED" not in norm["flags"]:
            yield f"{norm['id']} {norm['kind']}: value {norm['value']}, {norm['status']}, flags {norm['flags']}"


def gml_decides(runs):
    """A GML that says another value than the sheet: one flag that shows both, and the GML's value in the norm."""
    plan = json.loads((runs.one / "plans" / "NL.IMRO.9920.BP0391haven-VA01.json").read_text(encoding="utf-8"))
    values = [(norm["value"], norm["value_source"]) for norm in plan["norms"]
              if norm["kind"] == "maximum bouwhoogte" and norm["bestemming"] == "Gemengd"]
    if values != [("15", "imro")]:
        yield f"Gemengd has the bouwhoogten {values}, not that of the GML alone"
    flags = [flag["message"] for flag in plan["flags"] if flag["code"] == "MAP_SOURCES_DISAGREE"]
    if len(flags) != 1 or "13" not in flags[0] or "15" not in flags[0]:
        yield f"not one flag that shows 13 and 15: {flags}"


def areas_clean(runs):
    """Every polygon is whole and neighbours share their edges."""
    try:
        from osgeo import gdal, ogr
    except ImportError as missing:
        raise Skipped("python3-gdal is not installed") from missing
    ogr.UseExceptions()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    seen = 0
    for plan in runs.plans():
        seen += sum(1 for norm in plan["norms"] if norm["location"]["geometry"])
        yield from clean_areas.faults(plan, ogr)
    if seen < 100:
        yield f"only {seen} norms have an area"


def grounds_told(runs):
    """No bestemming and no border of a plan lies wrong without a word."""
    try:
        from osgeo import ogr
    except ImportError as missing:
        raise Skipped("python3-gdal is not installed") from missing
    ogr.UseExceptions()
    plans = {plan["imro_id"]: plan for plan in runs.plans()}
    seen = 0
    for path in sorted((runs.gold / "maps").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        good, _, silent = ground_fit.fit(gold, plans[gold["imro_id"]], ogr)
        seen += good
        yield from silent
    if seen < 30:
        yield f"only {seen} bestemmingen lie on their ground"


def exit_code(runs):
    """Finished, with something for a person to look at."""
    for name in ("one", "four"):
        code = (runs.folder / f"{name}.exit_code").read_text().strip()
        if code != "3":
            yield f"run {name} ended with exit code {code}, not 3"


CHECKS = {check.__name__: check for check in (same_bytes, schema, tables, geopackage, found_or_flagged, nothing_wrong, flags_raised,
                                            areas_clean, grounds_told, map_values, without_map, gml_decides, exit_code)}


def main():
    try:
        faults = list(CHECKS[sys.argv[1]](Runs(*sys.argv[2:])))
    except Skipped as reason:
        print(f"skipped: {reason}")
        return 77
    print("\n".join(faults) or "holds")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
