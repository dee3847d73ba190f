#!/usr/bin/env python3
"""The launcher, once everything is in place: nothing of its own on stdout or stderr, and nothing done again.

SPDX-License-Identifier: GPL-3.0-or-later
Usage: launcher_test.py SOURCE_DIR
"""
import subprocess
import sys
import unittest
from pathlib import Path

LAUNCHER = Path(sys.argv[1]) / "planlezer"
BUILD = Path(sys.argv[1]) / "build"
PROGRAM = BUILD / "bin" / "planlezer"


def start(program):
    return subprocess.run([program, "--version"], text=True, capture_output=True, cwd="/", check=True)


def traces():
    """When the steps of setting up last wrote: installing, configuring and building each leave a log or a stamp."""
    places = [*(BUILD / "log").iterdir(), BUILD / "CMakeCache.txt", BUILD / ".ninja_log", *BUILD.glob(".packages-*"), PROGRAM]
    return {place: place.stat().st_mtime_ns for place in places}


class Launcher(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        start(LAUNCHER)  # the test of a moment ago may have changed dpkg's record

    def test_says_only_what_the_program_says(self):
        through = start(LAUNCHER)
        direct = start(PROGRAM)
        self.assertEqual((through.stdout, through.stderr), (direct.stdout, direct.stderr))

    def test_sets_nothing_up_again(self):
        before = traces()
        start(LAUNCHER)
        self.assertEqual(traces(), before)

    def test_hands_on_the_exit_code(self):
        self.assertEqual(subprocess.run([LAUNCHER, "no-such-verb"], capture_output=True).returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
