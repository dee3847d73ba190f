#!/usr/bin/env python3
"""Real IMRO plans of each generation, as the worker reads them and as GDAL does. Usage: real_plans_test.py WORKER FOLDER.

SPDX-License-Identifier: GPL-3.0-or-later

Every object and every value must be there; areas may differ by what an arc loses to its chords.
"""
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

SKIP = 77
CLASSES = ("Bestemmingsplangebied", "Enkelbestemming", "Dubbelbestemming", "Bouwvlak", "Maatvoering", "Functieaanduiding", "Bouwaanduiding", "Gebiedsaanduiding")


def read(worker, path):
    ran = subprocess.run([worker, "--dump", path], capture_output=True, text=True, env={"OMP_THREAD_LIMIT": "1"}, check=True)
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    return lines[0], lines[1:]


def count_in_text(path):
    text = path.read_text(encoding="utf-8-sig")
    classes = Counter(name for name in re.findall(r"<imro:(\w+) [^>]*gml:id=", text) if name in CLASSES)
    classes.update(name for name in re.findall(r"<imro:(\w+) xmlns", text) if name in CLASSES and not re.search(rf"<imro:{name} [^>]*gml:id=", text))
    return classes, sorted(re.findall(r"<imro:waarde>\s*(.*?)\s*</imro:waarde>", text))


def areas_by_gdal(path):
    """The area of every polygon object in the file, sorted."""
    from osgeo import gdal, ogr

    ogr.UseExceptions()
    gdal.SetConfigOption("OGR_ARC_STEPSIZE", "0.2")  # degrees; the 4 of its default are too coarse to compare with
    text = path.read_text(encoding="utf-8-sig")
    areas = []
    for name, feature in re.findall(rf"<imro:({'|'.join(CLASSES)})\b(.*?)</imro:\1>", text, re.DOTALL):
        found = re.search(r"<gml:(MultiSurface|Surface|Polygon)\b.*</gml:\1>", feature, re.DOTALL)
        # GDAL's reader of a bare geometry wants 3.2 to have a name space, and 3.1 none.
        gml = re.sub(r"\bgml:id=\"[^\"]*\"", "", found[0])
        areas.append(ogr.CreateGeometryFromGML(gml).GetArea())
    return sorted(areas)


def check(worker, path):
    plan, objects = read(worker, path)
    classes, values = count_in_text(path)
    assert not plan["flags"], f"{path.name}: {plan['flags']}"
    read_classes = Counter(thing["object"].lower() for thing in objects)
    expected = Counter({"plangebied" if name == "Bestemmingsplangebied" else name.lower(): n for name, n in classes.items()})
    assert read_classes == expected, f"{path.name}: {read_classes} for {expected}"
    read_values = sorted(value["text"] for thing in objects for value in thing["values"])
    assert read_values == values, f"{path.name}: {read_values} for {values}"
    assert all(value["value"] == value["text"].replace(",", ".") for thing in objects for value in thing["values"]), path.name
    ours = sorted(thing["area"] for thing in objects)
    theirs = areas_by_gdal(path)
    assert len(ours) == len(theirs), f"{path.name}: {len(ours)} areas for {len(theirs)}"
    for a, b in zip(ours, theirs):
        assert abs(a - b) <= 0.15 + 1e-4 * b, f"{path.name}: {a} m2 for {b} m2"
    print(f"{path.name}: {plan['name'] or 'a fragment'}, {len(objects)} objects, {len(values)} values, {sum(ours):.1f} m2 for {sum(theirs):.1f} by GDAL")


def main():
    worker, folder = sys.argv[1], Path(sys.argv[2])
    try:
        import osgeo  # noqa: F401
    except ImportError:
        print("skipped: python3-gdal is not installed")
        return SKIP
    names = ("NL.IMRO.0664.BPBS03-ON99.gml", "NL.IMRO.1680.1800030105-0000.gml", "NL.IMRO.3456.bp0113wh-va01.gml", "bestemmingsplangebied2006.xml",
             "maatvoering2006.xml", "maatvoering2008.xml", "maatvoering201210.xml")
    if not folder.is_dir():
        print(f"skipped: no real plans at {folder}")
        return SKIP
    for name in names:
        check(worker, folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
