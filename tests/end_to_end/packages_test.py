#!/usr/bin/env python3
"""What a run writes in omgevingsplan/, looked at from outside: by the official schemas, by a reader of its own, by change.

Usage: packages_test.py CHECK PROGRAM REPOSITORY WORK [STANDARDS [PLANS]]
CHECK: schemas, taken_apart, one_change, imro_areas, many_plans. WORK keeps runs and pages that were read between the checks. STANDARDS is a folder with
the official schemas, PLANS one with the text of real plans; without them the check of the schemas ends with 77 (skipped).
SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from osgeo import gdal, ogr

import official_schemas
from package_reader import Package

FORMS, STOP_VERSIONS = ("plan", "norms"), ("1.3.0", "1.4.1")
UNITS = {"m": "Meter", "m2": "VierkanteMeter", "m3": "KubiekeMeter", "%": "Procent", "degree": "GraadHoek", "count": "Aantal", "bouwlagen": "Bouwlaag", None: ""}
FREE_TEXT = "other: vrije tekst"  # what a GML calls a value that it only tells in words
SAME_AREA = 0.05  # m2 that rounding and shared edges may differ, a place
SKIP = 77


def settings_file(repository, work, form, stop):
    text = (repository / "schemas/omgevingsplan/omgevingsplan.toml").read_text(encoding="utf-8")
    text = re.sub(r'(?m)^versie = .*$', f'versie = "{stop}"', text)
    text = re.sub(r'(?m)^vorm = .*$', f'vorm = "{form}"', text)
    path = work / f"instellingen-{form}-{stop}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def run(program, repository, work, name, inputs, form, stop):
    output = work / name / f"{form}-{stop}"
    shutil.rmtree(output, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([program, "run", *map(str, inputs), "--output", str(output), "--cache", str(work / "pages"), "--quiet",
                           "--settings", str(settings_file(repository, work, form, stop))], check=False)
    assert done.returncode in (0, 3), f"exit code {done.returncode}"
    return output


def sample_plans(repository):
    return [p for p in sorted((repository / "sample-plans").iterdir()) if p.is_dir() and p.name not in ("gold", "generator")]


def real_plans(repository, work, plans):
    """Real plans as PDFs; those that are a toelichting alone give no package."""
    pages = work / "real-plans"
    if not pages.exists():
        subprocess.run([sys.executable, "-B", str(repository / "tests/support/render_pages.py"), "--batch", str(plans), "--out", str(pages),
                        "--designs", "svbp", "--qualities", "digital"], check=True, stdout=subprocess.DEVNULL)
    return [pages]


def packages(output):
    return [p for p in sorted((output / "omgevingsplan").iterdir()) if p.is_dir()]


def check_schemas(program, repository, work, standards, plans):
    if standards is None or not (standards / "catalog.xml").exists() or shutil.which("xmllint") is None:
        print("skipped: no official schemas (standards/catalog.xml) or no xmllint")
        return SKIP
    failed = 0
    sets = [("sample", sample_plans(repository))]
    if plans is not None and plans.exists():
        sets.append(("real", real_plans(repository, work, plans)))
    for name, inputs in sets:
        for form in FORMS:
            for stop in STOP_VERSIONS:
                output = run(program, repository, work, name, inputs, form, stop)
                messages, checked = official_schemas.faults(packages(output), stop, standards)
                done = subprocess.run([program, "validate", str(output), "--schemas", str(standards)], capture_output=True, text=True, check=False)
                print(f"{name} {form} STOP {stop}: {len(packages(output))} packages, {checked} files; xmllint {len(messages)}, validate {done.returncode}")
                for line in (messages + done.stdout.splitlines())[:20]:
                    print("   ", line)
                failed += bool(messages) or done.returncode != 0 or not packages(output)
    return 1 if failed else 0


def geometry(norm, plan_area):
    shape = norm["location"]["geometry"]
    if shape is None:
        return plan_area
    found = ogr.CreateGeometryFromJson(json.dumps({"type": shape["type"], "coordinates": shape["coordinates"]}))
    return found.Union(found)


def area_of_plan(plan):
    maps = [m for m in plan["maps"] if m["placement"]["on_earth"]]
    maps = [m for m in maps if m["page"] == 0] or maps
    whole = None
    for object_ in (o for m in maps for o in m["objects"] if o["kind"] == "plangebied" and o["geometry"]):
        shape = ogr.CreateGeometryFromJson(json.dumps(object_["geometry"]))
        whole = shape.Union(shape) if whole is None else whole.Union(shape)
    return whole


def differ(a, b):
    """Square metres that one has and the other has not."""
    if a is None or b is None:
        return 0 if a is b else float("inf")
    return a.SymDifference(b).GetArea()


def says(norm, words):
    """Whether the words tell the value as the norm has it: as its number, with comma or point, or in its own quote."""
    number = norm["value"]
    if number is None or " ".join(norm["provenance"]["quote"].split()) in words:
        return True
    whole, _, part = number.partition(".")
    return re.search(rf"(?<![\d]){whole}" + (rf"[.,]{part}0*" if part else r"(?:[.,]0+)?") + r"(?!\d)", words) is not None or not re.search(r"\d", words)


def faults_of_norms(plan, package):
    """Every accepted rule stands in the package with its value, unit and place, and every place there is a rule's."""
    whole = area_of_plan(plan)
    wanted = [n for n in plan["norms"] if n["status"] == "accepted" and n["role"] == "rule"]
    claimed = {id(v): None for v in package.values}
    for norm in wanted:
        area = geometry(norm, whole)
        found = []
        for value in package.values:
            if not value.norm.startswith(norm["kind"]) or (norm["subject"] or "")[:60] not in value.norm:
                continue
            if value.kind == "kwantitatief" and (value.value != norm["value"] or value.unit != UNITS[norm["unit"]]):
                continue
            if value.kind == "in de tekst" and not any(says(norm, text) for text in value.texts):
                continue
            there = package.area(value)
            if (area is None) == (there is None) and (area is None or area.Difference(there).GetArea() <= SAME_AREA):
                found.append(value)
        if not found:
            yield f"{norm['id']} {norm['kind']} {norm['subject']} {norm['value']} is not in the package"
        for value in found:
            known = claimed[id(value)]
            claimed[id(value)] = area if known is None or area is None else known.Union(area)
    for value in package.values:
        if package.area(value) is not None and differ(claimed[id(value)], package.area(value)) > SAME_AREA * max(1, len(value.places)):
            yield f"{value.norm} {value.value}: more or less place than the norms have"


def faults_of_text(plan, package):
    """Every paragraph of the regeling is the plan's, in its words; as many times."""
    own = Counter()
    for article in plan["articles"]:
        own[" ".join(article["heading"].split())] += 2  # of an artikel that becomes a part and a leaf
        for passage in article["text"]:
            own[" ".join(passage["text"].split())] += 1
            own.update(" ".join(cell["text"].split()) for cell in passage.get("cells", []))
    own[" ".join(plan["name"].split())] += 1
    own[plan["plan_id"]] += 1
    for words in package.paragraphs():
        if words in ("Toepassingsbereik", "Overige regels", "Overige normen", "Overzicht informatieobjecten"):
            continue
        if re.match(r"(De|Het) .* is (ten hoogste|ten minste|precies) ", words):
            continue  # a norm whose own words were not taken over
        own[words] -= 1
        if own[words] < 0:
            yield f"not of the plan: {words[:80]}"


def check_taken_apart(program, repository, work, _standards, _plans):
    failed = norms = 0
    for form in FORMS:
        output = run(program, repository, work, "sample", sample_plans(repository), form, "1.3.0")
        for path in sorted((output / "plans").glob("*.json")):
            plan = json.loads(path.read_text(encoding="utf-8"))
            accepted = sum(n["status"] == "accepted" and n["role"] == "rule" for n in plan["norms"])
            folder = output / "omgevingsplan" / plan["plan_id"]
            if not folder.exists():
                faults = [f"{accepted} norms and no package"] if accepted else []
            else:
                package = Package(folder)
                faults = list(faults_of_norms(plan, package))
                if form == "plan":
                    faults += faults_of_text(plan, package)
                left_out = (output / "omgevingsplan" / "niet-opgenomen.csv").read_text(encoding="utf-8-sig")
                named = sum(line.startswith(plan["plan_id"] + ";n") for line in left_out.splitlines())
                if named + accepted != len(plan["norms"]):
                    faults.append(f"{len(plan['norms'])} norms: {accepted} in, {named} named as left out")
            norms += accepted
            failed += len(faults)
            for fault in faults[:10]:
                print(f"{form} {plan['plan_id']}: {fault}")
    print(f"{norms} norms in both forms, {failed} faults")
    return 1 if failed or norms == 0 else 0


def files_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def check_one_change(program, repository, work, _standards, _plans):
    """Two runs are the same; a GML with one other value changes only what holds that value."""
    plan = repository / "sample-plans/haven-2013"
    inputs = work / "changed"
    shutil.rmtree(inputs, ignore_errors=True)
    shutil.copytree(plan, inputs / "haven-2013")
    next(inputs.rglob("v_*.pdf")).unlink()  # else the change makes the sheet and the GML disagree
    before = files_of(run(program, repository, work, "before", [inputs], "plan", "1.3.0") / "omgevingsplan")
    again = files_of(run(program, repository, work, "again", [inputs], "plan", "1.3.0") / "omgevingsplan")
    gml = next(inputs.rglob("*.gml"))
    text = gml.read_text(encoding="utf-8")
    value = re.search(r"<imro:waarde>(11)</imro:waarde>", text)
    assert value, "the sample plan has no value 11 to change"
    gml.write_text(text[:value.start(1)] + "14" + text[value.end(1):], encoding="utf-8")
    after = files_of(run(program, repository, work, "after", [inputs], "plan", "1.3.0") / "omgevingsplan")
    failed = 0
    if before != again:
        print("two runs differ:", [str(p) for p in before if before[p] != again.get(p)])
        failed += 1
    changed = sorted(str(p) for p in set(before) | set(after) if before.get(p) != after.get(p))
    print("changed:", *changed, sep="\n    ")
    allowed = re.compile(r".*/(GIO-maximum-(bouw|goot)hoogte-.*\.(xml|gml)|owNormen\.xml)$|.*\.zip$")
    failed += sum(not allowed.match(name) for name in changed) + (not changed)
    def ids(files):
        return set(re.findall(rb"nl\.imow-gm9920\.[a-z]+\.[0-9a-z]+", b"".join(files.values())))
    gone, fresh = ids(before) - ids(after), ids(after) - ids(before)
    print("ids gone:", sorted(gone), "new:", sorted(fresh))
    failed += any(b".normwaarde." not in one for one in gone | fresh) or len(gone) > 1 or len(fresh) != 1  # other ground may keep the old value
    return 1 if failed else 0


def values_of_gml(path):
    """(kind, value) -> union of the maatvoeringsvlakken with it, arcs followed within a millimetre."""
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=["WRITE_GFS=NO"])
    layer = next(source.GetLayerByIndex(i) for i in range(source.GetLayerCount()) if source.GetLayerByIndex(i).GetName() == "Maatvoering")
    found = {}
    for feature in layer:
        def listed(name):
            value = feature.GetField(name)
            return value if isinstance(value, list) else [value]
        shape = feature.GetGeometryRef().GetLinearGeometry(0.2)
        for value, kind in zip(listed("waarde"), listed("waardeType")):
            key = (re.sub(r" \(.*\)$", "", kind).replace("maximaal ", "maximum "), str(value).replace(",", "."))
            found[key] = shape.Union(found[key]) if key in found else shape.Clone()
    return found


def check_imro_areas(program, repository, work, standards, _plans):
    """A real plan with its drawn map and rules that point at it: the areas of the GIOs are those of the GML within 1 cm."""
    sys.path.insert(0, str(repository / "tests/support"))
    import map_regression
    from draw_maps import imro as gml_plans
    folder = None if standards is None else standards.parent / "imro"
    if folder is None or not folder.exists():
        print("skipped: no real IMRO plans (imro)")
        return SKIP
    failed = compared = 0
    for key in ("3456", "0664", "1680"):
        gml = next(folder.glob(f"NL.IMRO.{key}.*.gml"))
        inputs = work / "imro" / key
        shutil.rmtree(inputs, ignore_errors=True)
        plan = gml_plans.read(gml)
        plan.imro_id = plan.imro_id.replace("-ON99", "-VA01")
        map_regression.draw_plan(plan, key, "prabpk", "pdf", 1, inputs)
        text = gml.read_text(encoding="utf-8").replace("ON99", "VA01")
        text = re.sub(">(ontwerp|concept)<", ">vastgesteld<", text)  # of a draft nothing is accepted
        (inputs / f"{plan.imro_id}.gml").write_text(text, encoding="utf-8")
        output = run(program, repository, work, f"imro-{key}", [inputs], "plan", "1.3.0")
        plan = json.loads(next((output / "plans").glob("*.json")).read_text(encoding="utf-8"))
        package = Package(output / "omgevingsplan" / plan["plan_id"])
        wanted = values_of_gml(gml)
        kinds = {kind for kind, _ in wanted}
        there = {}
        for value in package.values:
            if value.kind == "kwantitatief":
                kind = max((k for k in kinds if value.norm.startswith(k)), key=len, default=value.norm)
                area = package.area(value)
                known = there.get((kind, value.value))
                there[kind, value.value] = area if known is None else known.Union(area)
        for (kind, value), area in sorted(there.items()):
            meant = wanted.get((kind, value)) or wanted.get((FREE_TEXT, value))
            compared += 1
            if meant is None or not meant.Buffer(0.01).Contains(area) or not area.Buffer(0.01).Contains(meant):
                failed += 1
                print(f"{key} {kind} {value}: not the area of the GML", "" if meant is None else f"({differ(meant, area):.3f} m2)")
        failed += len(there) < len(wanted)
        print(f"{key}: {len(there)} of {len(wanted)} values of the GML in the package")
    print(f"{compared} values compared, {failed} differ")
    return 1 if failed or not compared else 0


def check_many_plans(program, repository, work, standards, _plans):
    """300 plans in one package: bounded memory, no file over the limit, also when that is small; time is told, not judged."""
    many_plans = Path(program).parent / "many_plans"
    results = run(program, repository, work, "many", sample_plans(repository), "norms", "1.3.0") / "plans"
    failed, counts = 0, []
    for most in (100_000_000, 3_000_000):
        folder = work / f"many-{most}"
        shutil.rmtree(folder, ignore_errors=True)
        told = subprocess.run([str(many_plans), str(results), "300", str(folder), str(most)], check=True, capture_output=True, text=True).stdout
        largest = max(p.stat().st_size for p in folder.iterdir() if "pons" not in p.name.lower())  # a Pons is one place in one file
        counts.append(len(list(folder.iterdir())))
        done = subprocess.run([program, "validate", str(folder)], capture_output=True, text=True, check=False)
        print(told.strip(), f"; largest file {largest} of {most}; validate {done.returncode}", done.stdout[:500])
        failed += int(told.rsplit(" ", 1)[1]) > 1000 or largest > most or done.returncode != 0
        if standards is not None and standards.exists() and shutil.which("xmllint"):
            messages, checked = official_schemas.faults([folder], "1.3.0", standards)
            print(f"xmllint: {checked} files, {len(messages)} messages", *messages[:5], sep="\n    ")
            failed += bool(messages)
    return 1 if failed or counts[1] <= counts[0] else 0


def main():
    check, program, repository, work, *rest = sys.argv[1:]
    standards, plans = ([Path(p) for p in rest] + [None, None])[:2]
    return {"schemas": check_schemas, "taken_apart": check_taken_apart, "one_change": check_one_change, "imro_areas": check_imro_areas,
            "many_plans": check_many_plans}[check](
        program, Path(repository), Path(work), standards, plans)


if __name__ == "__main__":
    sys.exit(main())
