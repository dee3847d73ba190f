#!/usr/bin/env python3
"""How often a norm is right, by its confidence, its flags and the reading of its digits: what thresholds are chosen from.

Usage: calibration.py RESULTS GOLD   (RESULTS/plans/*.json of corpus_regression.py; GOLD/NNN.json)
SPDX-License-Identifier: GPL-3.0-or-later

A norm is right when the gold of its text holds a norm of its kind and value that no other norm took. Rates come with
Wilson intervals of 95 %; a threshold is safe where the lower end stays above what it must promise.
"""
import collections
import json
import math
import sys
from pathlib import Path

SAME = {"maximum nokhoogte": "maximum bouwhoogte", "maximum aantal wooneenheden": "maximum aantal",
        "maximum vloeroppervlakte": "maximum oppervlakte", "minimum vloeroppervlakte": "minimum oppervlakte"}


def key(norm):
    return SAME.get(norm["kind"], norm["kind"]), float(norm["value"]) if norm["value"] is not None else None


def wilson(right, total):
    """Both ends of the interval, in percent."""
    if total == 0:
        return 0.0, 100.0
    z, rate = 1.96, right / total
    middle = (rate + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(rate * (1 - rate) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return 100 * (middle - half), 100 * (middle + half)


def judged(results, gold):
    """(quality, norm, right) of every norm with a value that was read as a rule."""
    for path in sorted((results / "plans").glob("*.json")):
        _, quality, text = path.stem.split("__")[:3]
        source = gold / f"{text.replace('toelichting_', '')}.json"
        if not source.exists() or text.startswith("toelichting"):
            continue
        left = collections.Counter(key(norm) for norm in json.loads(source.read_text(encoding="utf-8"))["norms"])
        for norm in json.loads(path.read_text(encoding="utf-8"))["norms"]:
            if norm["value"] is None or norm["role"] != "rule":
                continue
            right = left[key(norm)] > 0
            left[key(norm)] -= right
            yield quality, norm, right


def table(title, groups):
    print(f"\n{title}")
    for name, rights in sorted(groups.items()):
        low, high = wilson(sum(rights), len(rights))
        print(f"  {name:44s} {100 * sum(rights) / len(rights):6.1f} [{low:.1f}-{high:.1f}] {sum(rights)}/{len(rights)}")


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    norms = list(judged(Path(sys.argv[1]), Path(sys.argv[2])))
    for quality in sorted({quality for quality, _, _ in norms}):
        bands, flags = collections.defaultdict(list), collections.defaultdict(list)
        for _, norm, right in (row for row in norms if row[0] == quality):
            codes = norm["flags"]
            if not codes:
                bands[f"{math.floor(norm['confidence'] * 50) / 50:.2f}"].append(right)
            if len(codes) == 1:
                flags[codes[0]].append(right)
        table(f"{quality}: right by confidence, without a flag, %", bands)
        table(f"{quality}: right with this flag alone, %", flags)


if __name__ == "__main__":
    main()
