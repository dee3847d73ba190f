#!/usr/bin/env python3
"""A drawn map that has a scale and no place on earth: its values are read and each is for a person, its areas stay in metres of the sheet.

Usage: unplaced_map_test.py PROGRAM GML OUTPUT. Ends with 77 (skipped) without the GML or what draws it.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

LARGEST_SHEET = 1000  # metres: no sheet at 1:500 is wider, and RD starts far beyond


def main(program, gml, output):
    if not gml.exists():
        print(f"skipped: {gml} is not there")
        return 77
    try:
        from draw_maps import imro
        from draw_maps.command import draw
        from draw_maps.values import add_values
        from osgeo import ogr
    except ImportError as missing:
        print(f"skipped: {missing}")
        return 77
    from map_regression import articles, rules_text
    from draw_maps.cells import cells
    import render_pages
    shutil.rmtree(output, ignore_errors=True)
    folder = output / "plan"
    folder.mkdir(parents=True)
    plan = add_values(imro.read(gml), 1)
    source = folder / f"r_{plan.imro_id}.txt"
    source.write_text(rules_text(plan, articles(plan, cells(plan))), encoding="utf-8")
    render_pages.render(source, "svbp", [("digital", source.with_suffix(".pdf"))], 1, plan.name)
    source.unlink()
    _, gold = draw(plan, folder / f"v_{plan.imro_id}", "boxes", 500, 1, "pdf", grid=False)
    code = subprocess.run([program, "run", str(folder), "--output", str(output / "out"), "--quiet"]).returncode
    result = json.loads((output / "out" / "plans" / f"{plan.imro_id}.json").read_text(encoding="utf-8"))
    faults = []
    if code != 3:
        faults.append(f"exit code {code}, not 3")
    read = {(norm["kind"], norm["value"]) for norm in result["norms"] if norm["value_source"] == "map" and norm["value"]}
    faults += [f"{value['kind']} {value['value']} was not read" for value in gold["values"] if (value["kind"], value["value"]) not in read]
    for norm in result["norms"]:
        if norm["value_source"] == "map" and (norm["status"] != "review" or norm["location"]["geometry"]):
            faults.append(f"{norm['id']} is not for a person, or has a place")
    if not any(flag["code"] == "MAP_NOT_PLACED" and flag["norms"] for flag in result["flags"]):
        faults.append("no MAP_NOT_PLACED that names norms")
    for sheet in result["maps"]:
        if sheet["placement"]["source"] != "scale_only" or sheet["placement"]["on_earth"]:
            faults.append(f"placed: {sheet['placement']}")
        for found in sheet["objects"]:
            if found.get("geometry") and max(ogr.CreateGeometryFromJson(json.dumps(found["geometry"])).GetEnvelope()) > LARGEST_SHEET:
                faults.append(f"{found['id']} lies beyond its sheet")
    if not any(found.get("geometry") for sheet in result["maps"] for found in sheet["objects"]):
        faults.append("no area in metres of the sheet")
    print("\n".join(faults) if faults else f"{len(read)} values, none placed, all for a person")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
