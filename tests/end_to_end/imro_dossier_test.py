#!/usr/bin/env python3
"""Rules that only point at the map, with a real IMRO GML beside them and without. Usage: imro_dossier_test.py PROGRAM GML.

SPDX-License-Identifier: GPL-3.0-or-later

With the GML every bouwhoogte and goothoogte has its value and its polygon; without it each is flagged and none has a number; with
another number in it, that number. GML is plan NL.IMRO.3456.bp0113wh-va01.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SKIP = 77
PLAN = "NL.IMRO.3456.bp0113wh-va01"

RULES = f"""Regels bestemmingsplan Middenmeer
{PLAN}
Hoofdstuk 2 Bestemmingsregels
Artikel 3 Bedrijf
3.1 Bestemmingsomschrijving
De voor 'Bedrijf' aangewezen gronden zijn bestemd voor bedrijven.
3.2 Bouwregels
Voor het bouwen van gebouwen gelden de volgende regels:
a. de bouwhoogte bedraagt ten hoogste de op de verbeelding aangegeven bouwhoogte;
b. de goothoogte bedraagt ten hoogste de op de verbeelding aangegeven goothoogte.
Artikel 4 Groen
4.1 Bestemmingsomschrijving
De voor 'Groen' aangewezen gronden zijn bestemd voor groenvoorzieningen.
Artikel 5 Verkeer
5.1 Bestemmingsomschrijving
De voor 'Verkeer' aangewezen gronden zijn bestemd voor wegen.
Artikel 6 Wonen
6.1 Bestemmingsomschrijving
De voor 'Wonen' aangewezen gronden zijn bestemd voor het wonen.
6.2 Bouwregels
Voor het bouwen van hoofdgebouwen gelden de volgende regels:
a. ter plaatse van de aanduiding 'maximum goothoogte (m)' bedraagt de goothoogte ten hoogste
de aangegeven goothoogte;
b. ter plaatse van de aanduiding 'maximum bouwhoogte (m)' bedraagt de bouwhoogte ten hoogste
de aangegeven bouwhoogte;
c. de bouwhoogte van bijbehorende bouwwerken bedraagt ten hoogste 5 m."""

# Kind, bestemming, value, square metres.
EXPECTED = {
    ("maximum bouwhoogte", "Bedrijf", "8", 1070), ("maximum goothoogte", "Bedrijf", "3.5", 1070),
    ("maximum bouwhoogte", "Wonen", "9.5", 404), ("maximum goothoogte", "Wonen", "6", 404),
}


def pdf(text):
    """A page of plain lines."""
    lines = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in text.splitlines()]
    content = "BT /F1 10 Tf 14 TL 60 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               f"<</Length {len(content)}>>stream\n{content}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    data, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return f"{data}xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n".encode("ascii")


def run(program, folder, files):
    source = folder / "plan"
    source.mkdir(parents=True)
    for name, data in files.items():
        (source / name).write_bytes(data)
    done = subprocess.run([program, "run", str(source), "--output", str(folder / "out"), "--quiet"], check=False)
    assert done.returncode in (0, 3), f"exit code {done.returncode}"
    return json.loads((folder / "out" / "plans" / f"{PLAN}.json").read_text(encoding="utf-8"))


def ring_area(ring):
    x0, y0 = ring[0]
    return sum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in zip(ring, ring[1:])) / 2


def area(geometry):
    """Square metres; holes run the other way round."""
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return round(sum(ring_area(ring) for part in parts for ring in part))


def check_with_gml(plan):
    found = {(n["kind"], n["bestemming"], n["value"], area(n["location"]["geometry"])) for n in plan["norms"] if n["value_source"] == "imro"}
    assert found == EXPECTED, f"{sorted(found)}"
    assert all(n["status"] == "accepted" for n in plan["norms"]), [n["flags"] for n in plan["norms"]]
    beside = [n for n in plan["norms"] if n["value_source"] == "text"]
    assert [(n["value"], area(n["location"]["geometry"])) for n in beside] == [("5", 5424)], f"{beside}"
    assert not plan["flags"], f"{plan['flags']}"


def check_without(plan):
    assert len(plan["norms"]) == 5
    waiting = [n for n in plan["norms"] if n["value_source"] == "map"]
    assert len(waiting) == 4
    for norm in waiting:
        assert norm["value"] is None and norm["status"] == "review" and "MAP_REFERENCE_UNRESOLVED" in norm["flags"], f"{norm}"
        assert norm["location"]["geometry"] is None
    assert all("er is geen kaart gelezen" in flag["message"] for flag in plan["flags"]), f"{plan['flags']}"


def main():
    program, gml = sys.argv[1], Path(sys.argv[2])
    if not gml.is_file():
        print(f"skipped: no real plan at {gml}")
        return SKIP
    rules = pdf(RULES)
    with tempfile.TemporaryDirectory() as folder:
        data = gml.read_bytes()
        check_with_gml(run(program, Path(folder) / "with", {f"r_{PLAN}.pdf": rules, f"{PLAN}.gml": data}))
        check_without(run(program, Path(folder) / "without", {f"r_{PLAN}.pdf": rules}))
        other = run(program, Path(folder) / "other", {f"r_{PLAN}.pdf": rules, f"{PLAN}.gml": data.replace(b">8<", b">8,25<")})
        assert [n["value"] for n in other["norms"] if n["bestemming"] == "Bedrijf"] == ["8.25", "3.5"], f"{other['norms']}"
    print("holds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
