#!/usr/bin/env python3
"""How well scans are read: compares what a worker reads on them with the text layer of the digital original.

SPDX-License-Identifier: GPL-3.0-or-later

Usage: measure_ocr.py WORKER PAGES [--only GLOB] [--designs A,B] [--qualities A,B] [--errors] [--jobs N]
PAGES is a folder made by tests/support/render_pages.py --batch: <design>/<quality>/<name>.pdf, with the quality
"digital" among them as the truth. Words are matched by place (a plane transform is fitted per page, since scans are
skewed), so that reading order plays no part.

For each design and quality:
  words     share of words read exactly
  numbers   share of the words with a digit whose digits and separators were read exactly
  missed    numbers where nothing was read
  wrong     numbers that were read as something else; of these
  silent    neither a second reading nor a confidence below the floor: the evil to drive out
  marked    share of the numbers that were read right and are marked all the same: the price
  labels    share of list labels ("a.", "b", "1.", "-") read
"""
import argparse
import fnmatch
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy

FLOOR = 0.80
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LABEL = re.compile(r"^(?:[a-z][.)]?|\d{1,2}[.)°]|[-–•·▪])$")


def dump(worker, path):
    run = subprocess.run([worker, "--dump", str(path)], capture_output=True, text=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    pages, decoder, rest = [], json.JSONDecoder(), run.stdout.lstrip()
    while rest:
        page, end = decoder.raw_decode(rest)
        pages.append(page)
        rest = rest[end:].lstrip()
    return pages


def fit(truth, read):
    """The affine map from truth to scan by words that occur once on both."""
    once = lambda words: {w["text"]: w for w in words if Counter(x["text"] for x in words)[w["text"]] == 1 and len(w["text"]) > 4}
    a, b = once(truth), once(read)
    pairs = [(a[t]["box"], b[t]["box"]) for t in a if t in b]
    if len(pairs) < 4:
        return None
    left = numpy.array([[p[0], p[3], 1] for p, _ in pairs])
    right = numpy.array([[q[0], q[3]] for _, q in pairs])
    keep = numpy.ones(len(pairs), bool)
    for _ in range(3):
        m, *_ = numpy.linalg.lstsq(left[keep], right[keep], rcond=None)
        residual = numpy.abs(left @ m - right).max(axis=1)
        keep = residual < max(6, 2 * numpy.median(residual))
    return m


def groups(truth, read, m):
    """Words of both sides that lie over one another, as (truth words, read words)."""
    def moved(box):
        p = numpy.array([[box[0], box[1], 1], [box[2], box[1], 1], [box[0], box[3], 1], [box[2], box[3], 1]]) @ m
        return [min(p[0][0], p[2][0]), (p[0][1] + p[1][1]) / 2, max(p[1][0], p[3][0]), (p[2][1] + p[3][1]) / 2]

    parent = list(range(len(truth) + len(read)))

    def root(i):
        while parent[i] != i:
            i = parent[i]
        return i

    for i, t in enumerate(truth):
        x0, y0, x1, y1 = moved(t["box"])
        for j, r in enumerate(read):
            u0, v0, u1, v1 = r["box"]
            if v0 > y1 or v1 < y0:
                continue
            across = min(x1, u1) - max(x0, u0)
            down = min(y1, v1) - max(y0, v0)
            if across > 0.4 * min(x1 - x0, u1 - u0) and down > 0.35 * min(y1 - y0, v1 - v0):
                parent[root(len(truth) + j)] = root(i)
    found = defaultdict(lambda: ([], []))
    for i, t in enumerate(truth):
        found[root(i)][0].append(t)
    for j, r in enumerate(read):
        found[root(len(truth) + j)][1].append(r)
    return [g for g in found.values() if g[0]]


def plain(text):
    return text.translate(str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"}))


def numbers(words):
    """The numbers of a group; a raised 2 or 3 is part of the unit and judged as such by the rules."""
    found = NUMBER.findall(" ".join(plain(w["text"]) for w in words if not w.get("raised")).replace("²", "").replace("³", ""))
    return [re.sub(r"^(\d+)\.(\d\d?)$", r"\1,\2", n) for n in found]  # "0.25" and "0,25" are one value


def score(truth_page, read_page, count, errors, where):
    truth = [w for w in truth_page["words"]]
    read = read_page["words"]
    m = fit(truth, read)
    if m is None:
        count["pages_unfitted"] += 1
        return
    for left, right in groups(truth, read, m):
        left.sort(key=lambda w: w["box"][0])
        right.sort(key=lambda w: w["box"][0])
        a, b = "".join(plain(w["text"]) for w in left), "".join(plain(w["text"]) for w in right)
        count["words"] += len(left)
        count["words_right"] += len(left) if a == b else 0
        if len(left) == 1 and LABEL.match(left[0]["text"]):
            count["labels"] += 1
            count["labels_right"] += a.rstrip(".)") == b.rstrip(".)")
        wanted = numbers(left)
        if not wanted:
            continue
        marked = any(w.get("second_reading") or w["confidence"] < FLOOR for w in right)
        count["numbers"] += 1
        if wanted == numbers(right):
            count["numbers_right"] += 1
            count["right_marked"] += marked
        elif not right:
            count["missed"] += 1
            errors.append(f"{where} missed  {a!r}")
        else:
            count["wrong"] += 1
            count["silent"] += not marked
            kind = "marked " if marked else "SILENT "
            seen = " ".join(f"{w['text']}({w['confidence']:.2f}{'|' + w['second_reading'] if w.get('second_reading') else ''})" for w in right)
            errors.append(f"{where} {kind} {a!r} read as {seen}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("worker")
    parser.add_argument("pages", type=Path)
    parser.add_argument("--only", default="*")
    parser.add_argument("--designs", default="svbp,word,typewriter,twocol")
    parser.add_argument("--qualities", default="scan300,bad200")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    names = sorted(p.stem for p in (options.pages / options.designs.split(",")[0] / "digital").glob("*.pdf") if fnmatch.fnmatch(p.stem, options.only))
    pool = ThreadPoolExecutor(options.jobs)
    total = Counter()
    print(f"{'':24}{'words':>8}{'numbers':>9}{'missed':>8}{'wrong':>7}{'silent':>8}{'marked':>8}{'labels':>8}  of numbers")
    for quality in options.qualities.split(","):
        for design in options.designs.split(","):
            path = lambda q, n: options.pages / design / q / f"{n}.pdf"
            truths = list(pool.map(lambda n: dump(options.worker, path("digital", n)), names))
            reads = list(pool.map(lambda n: dump(options.worker, path(quality, n)), names))
            count, errors = Counter(), []
            for name, truth, read in zip(names, truths, reads):
                for t in truth:
                    r = next((p for p in read if p["page"] == t["page"]), None)
                    if r is None:
                        count["pages_missing"] += 1
                    else:
                        score(t, r, count, errors, f"{design}/{quality}/{name}:{t['page']}")
            total.update(count)
            show(f"{design} {quality}", count)
            if options.errors:
                print("\n".join(errors))
            sys.stdout.flush()
    show("all", total)


def show(name, c):
    share = lambda part, whole: f"{100 * c[part] / c[whole]:.2f}" if c[whole] else "-"
    print(f"{name:24}{share('words_right', 'words'):>8}{share('numbers_right', 'numbers'):>9}{c['missed']:>8}{c['wrong']:>7}{c['silent']:>8}"
          f"{share('right_marked', 'numbers_right'):>8}{share('labels_right', 'labels'):>8}  {c['numbers']}"
          + (f"  pages unfitted {c['pages_unfitted']} missing {c['pages_missing']}" if c["pages_unfitted"] + c["pages_missing"] else ""))


if __name__ == "__main__":
    main()
