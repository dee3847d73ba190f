"""The table of what the program must reach and what it reaches today. SPDX-License-Identifier: GPL-3.0-or-later

thresholds.csv: `goal` is what is wanted, `holds` what may never be lost again: raise it, never lower it.
"""
import csv
from pathlib import Path

TABLE = Path(__file__).resolve().parent / "thresholds.csv"


def judge(group, rates):
    """Lines to print, and whether a figure fell below what holds. `rates` maps a figure to {"hits", "total", "share"}."""
    lines, broken = [], False
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["group"] == group and row["figure"] in rates]
    for row in rows:
        rate = rates[row["figure"]]
        share = rate["share"] if rate["share"] is not None else 0.0
        verdict = "goal reached" if share >= float(row["goal"]) else "holds" if share >= float(row["holds"]) else "FELL"
        broken = broken or verdict == "FELL"
        lines.append(f"{group:12} {row['figure']:16} {share:.4f} ({rate['hits']}/{rate['total']})  goal {row['goal']}  "
                     f"holds {row['holds']}  {verdict}")
    if len(rows) != len(rates):
        lines.append(f"{TABLE.name} does not have every figure of {group}: {', '.join(sorted(rates))}")
        broken = True
    return lines, broken
