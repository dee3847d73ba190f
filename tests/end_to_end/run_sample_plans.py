#!/usr/bin/env python3
"""Runs the program over the sample plans twice, as differently as may not matter.

Usage: run_sample_plans.py PROGRAM SAMPLE_PLANS OUTPUT LOCALES. SPDX-License-Identifier: GPL-3.0-or-later

OUTPUT/one: one job, the plans in their order, locale C. OUTPUT/four: four jobs, the plans in reverse order, a locale with a
decimal comma (LOCALES holds nl_NL.UTF-8). Neither may use what the other read. OUTPUT/without_map: the rules of the plan that
only point at the map, without it. The exit codes are left in exit_code files.
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path


def main():
    program, samples, output, locales = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
    inputs = sorted(str(path) for path in samples.iterdir() if path.is_dir() and path.name not in ("gold", "generator"))
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    rules_alone = [str(path) for path in sorted((samples / "veldkamp-2014").glob("r_*.pdf"))]
    runs = (("one", 1, inputs, "C"), ("four", 4, inputs[::-1], "nl_NL.UTF-8"), ("without_map", 1, rules_alone, "C"))
    for name, jobs, order, locale in runs:
        environment = {**os.environ, "LC_ALL": locale, "LOCPATH": locales}
        command = [program, "run", *order, "--output", str(output / name), "--jobs", str(jobs), "--no-cache"]
        done = subprocess.run(command, env=environment, text=True, stderr=subprocess.PIPE)
        (output / f"{name}.exit_code").write_text(f"{done.returncode}\n")
        print(f"{name}: exit code {done.returncode}\n{done.stderr}")
        if not (output / name / "run.json").is_file():
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
