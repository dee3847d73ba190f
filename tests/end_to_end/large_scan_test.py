#!/usr/bin/env python3
"""An A0 sheet scanned at 300 dpi, as a JPEG and as a PDF of it, read by one worker on one core: its map and its peak memory.

Usage: large_scan_test.py WORKER SHEET.pdf
SPDX-License-Identifier: GPL-3.0-or-later

SHEET is a vector map of A0; it is made a picture here. Prints the seconds, which depend on the machine; fails when the worker
holds 1.5 GB or does not see the map.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOST_BYTES = 1.5e9
LEAST_PIXELS = 135e6
LEAST_SIGNS = 50


def pictures(sheet, folder):
    base = folder / "scan"
    subprocess.run(["pdftoppm", "-r", "300", "-singlefile", "-jpeg", "-jpegopt", "quality=72", str(sheet), str(base)], check=True)
    jpeg, pdf = base.with_suffix(".jpg"), base.with_suffix(".pdf")
    subprocess.run(["img2pdf", "--engine", "internal", "-o", str(pdf), str(jpeg)], check=True, stderr=subprocess.DEVNULL)
    return [jpeg, pdf]


def one_core():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ["OMP_THREAD_LIMIT"] = "1"


def read(worker, picture):
    """(the sheet, seconds, peak bytes), in a process of its own so that peaks do not mix."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        one_core()
        start = time.monotonic()
        done = subprocess.run([worker, "--map", str(picture)], stdout=subprocess.PIPE, check=False)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        with os.fdopen(send, "w") as out:
            json.dump([done.returncode, done.stdout.decode("utf-8"), time.monotonic() - start, peak], out)
        os._exit(0)
    os.close(send)
    with os.fdopen(receive) as answer:
        code, text, seconds, peak = json.load(answer)
    os.waitpid(child, 0)
    assert code == 0, f"{picture.name}: exit code {code}"
    return json.loads(text), seconds, peak


def main():
    worker, sheet = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        for picture in pictures(sheet, Path(folder)):
            found, seconds, peak = read(worker, picture)
            pixels = found["width"] * found["height"] * (300 / 72) ** 2
            print(f"{picture.suffix[1:]}: {pixels / 1e6:.0f} megapixels, {seconds:.1f} s, peak {peak / 1e6:.0f} MB, "
                  f"{len(found['signs'])} signs, {len(found['areas'])} areas, {len(found['legend'])} lines of legend")
            assert pixels > LEAST_PIXELS, "the sheet is no A0 at 300 dpi"
            assert len(found["signs"]) > LEAST_SIGNS and found["legend"], "the map was not read"
            assert peak < MOST_BYTES, f"the worker held {peak / 1e6:.0f} MB"


if __name__ == "__main__":
    main()
