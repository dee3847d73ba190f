#!/usr/bin/env python3
"""A map saved without its resolution, or with one nobody set, is read as the map it is.

Usage: unknown_resolution_test.py PROGRAM DOSSIER OUTPUT
SPDX-License-Identifier: GPL-3.0-or-later

DOSSIER is a sample plan with a PNG and its world file. The picture is read as it is, without the chunk that tells its resolution
and with the 72 dots an inch of a program that did not know: the same norms on the same places. Boxes are points at the resolution
the file tells, 300 dots an inch where it tells none.
"""
import json
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

INCH = 0.0254


def chunks(data):
    at = 8
    while at < len(data):
        length = struct.unpack(">I", data[at:at + 4])[0]
        yield data[at + 4:at + 8], data[at + 8:at + 8 + length]
        at += 12 + length


def with_resolution(data, dots):
    """The same picture with so many dots an inch in its header, or none told. Also returns what it told before."""
    told = None
    parts = [data[:8]]
    for name, body in chunks(data):
        if name == b"pHYs":
            told = struct.unpack(">I", body[:4])[0] * INCH
            if dots is None:
                continue
            pixels = round(dots / INCH)
            body = struct.pack(">IIB", pixels, pixels, 1)
        parts.append(struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)))
    return b"".join(parts), told


def read(program, dossier, output, dots):
    """The norms of the dossier with its map at another resolution; and what its file told before."""
    inputs = output / f"in-{dots}"
    shutil.rmtree(output / f"out-{dots}", ignore_errors=True)
    shutil.rmtree(inputs, ignore_errors=True)
    shutil.copytree(dossier, inputs / dossier.name)
    told = None
    for path in inputs.rglob("*.png"):
        picture, told = with_resolution(path.read_bytes(), dots)
        path.write_bytes(picture)
    subprocess.run([program, "run", inputs, "--output", output / f"out-{dots}", "--quiet"], check=False, timeout=600)
    plans = [json.loads(path.read_text(encoding="utf-8")) for path in (output / f"out-{dots}" / "plans").glob("*.json")]
    return [norm for plan in plans for norm in plan["norms"]], [item for plan in plans for sheet in plan["maps"] for item in sheet["objects"]], told


def said(norm):
    return norm["kind"], norm["value"], norm["status"], json.dumps(norm["location"]["geometry"])


def faults(program, dossier, output):
    norms, objects, told = read(program, dossier, output, 200)
    if abs(told - 200) > 0.1:
        yield f"the map of {dossier.name} tells {told:.1f} dots an inch, not 200"
    if sum(1 for norm in norms if norm["location"]["geometry"]) < 5:
        yield f"{len(norms)} norms, where five have a place"
    for dots, unit in ((None, 300), (72, 72)):
        others, their_objects, _ = read(program, dossier, output, dots)
        if sorted(map(said, others)) != sorted(map(said, norms)):
            missing = set(map(said, norms)) ^ set(map(said, others))
            yield f"at {dots} dots an inch {len(missing)} norms differ: " + "; ".join(f"{kind} {value} {status}" for kind, value, status, _ in missing)
        if len(their_objects) != len(objects):
            yield f"at {dots} dots an inch {len(their_objects)} areas, not {len(objects)}"
        for mine, other in zip(objects, their_objects):
            boxes = zip(mine["provenance"]["boxes"], other["provenance"]["boxes"])
            if any(abs(a * 200 / unit - b) > 0.05 for box, its in boxes for a, b in zip(box, its)):
                yield f"at {dots} dots an inch the box of {mine['id']} is {other['provenance']['boxes']}"


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    found = list(faults(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
    for fault in found:
        print(fault)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
