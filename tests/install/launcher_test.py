#!/usr/bin/env python3
"""The launcher, once everything is in place: nothing of its own on stdout or stderr, and no time that anyone notices.

SPDX-License-Identifier: GPL-3.0-or-later
Usage: launcher_test.py SOURCE_DIR
"""
import subprocess
import sys
import time
import unittest
from pathlib import Path

LAUNCHER = Path(sys.argv[1]) / "planlezer"
PROGRAM = Path(sys.argv[1]) / "build" / "bin" / "planlezer"


def start(program):
    began = time.perf_counter()
    reply = subprocess.run([program, "--version"], text=True, capture_output=True, cwd="/", check=True)
    return time.perf_counter() - began, reply


class Launcher(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        start(LAUNCHER)  # the test of a moment ago may have changed dpkg's record

    def test_says_only_what_the_program_says(self):
        _, through = start(LAUNCHER)
        _, direct = start(PROGRAM)
        self.assertEqual((through.stdout, through.stderr), (direct.stdout, direct.stderr))

    def test_adds_no_noticeable_time(self):
        added = min(start(LAUNCHER)[0] for _ in range(5)) - min(start(PROGRAM)[0] for _ in range(5))
        self.assertLess(added, 0.3)

    def test_hands_on_the_exit_code(self):
        self.assertEqual(subprocess.run([LAUNCHER, "no-such-verb"], capture_output=True).returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
