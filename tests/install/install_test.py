#!/usr/bin/env python3
"""Installs into a scratch prefix, compares the list of files, and reads a plan with the installed program.

SPDX-License-Identifier: GPL-3.0-or-later
Usage: install_test.py CMAKE BUILD_DIR SOURCE_DIR
"""
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CMAKE, BUILD, SOURCE = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])

PLAN = """Artikel 3 Wonen

3.1 Bestemmingsomschrijving

De voor 'Wonen' aangewezen gronden zijn bestemd voor het wonen.

3.2 Bouwregels

Voor het bouwen van hoofdgebouwen gelden de volgende regels:

- a. de bouwhoogte mag niet meer dan 10 m bedragen;
- b. de goothoogte mag niet meer dan 6 m bedragen.
"""


def expected_files():
    book = SOURCE / "rules" / "book"
    profile = SOURCE / "schemas/omgevingsplan/profile"
    return {
        "bin/planlezer",
        "libexec/planlezer/planlezer-worker",
        "share/doc/planlezer/CHANGELOG.md",
        "share/doc/planlezer/LICENSE",
        "share/doc/planlezer/README.md",
        "share/man/man1/planlezer.1",
        "share/planlezer/omgevingsplan/omgevingsplan.toml",
        "share/planlezer/schemas/plan-result.schema.json",
        *(f"share/planlezer/book/{path.relative_to(book).as_posix()}" for path in book.rglob("*.toml")),
        *(f"share/planlezer/profile/{path.relative_to(profile).as_posix()}" for path in profile.rglob("*.rng")),
    }


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", cls.folder / "first"], check=True, stdout=subprocess.DEVNULL)
        # Moved after it was installed: nothing may point back to where it was put, let alone to where it was built.
        cls.prefix = cls.folder / "moved"
        shutil.move(cls.folder / "first", cls.prefix)
        cls.program = cls.prefix / "bin" / "planlezer"

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def call(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], cwd=self.folder, env={"PATH": os.defpath}, text=True,
                              capture_output=True, timeout=300)

    def test_has_exactly_the_files_it_should(self):
        found = {path.relative_to(self.prefix).as_posix() for path in self.prefix.rglob("*") if path.is_file()}
        self.assertEqual(found, expected_files())

    def test_names_no_folder_of_the_build(self):
        for name in ("bin/planlezer", "libexec/planlezer/planlezer-worker"):
            content = (self.prefix / name).read_bytes()
            for folder in (BUILD, SOURCE):
                self.assertNotIn(str(folder.resolve()).encode() + b"/", content, f"{name} names a folder of the machine that built it")

    def test_says_its_version(self):
        reply = self.call("--version")
        self.assertEqual(reply.returncode, 0)
        self.assertRegex(reply.stdout, r"^(planlezer )?\d+\.\d+\.\d+")
        self.assertEqual(reply.stderr, "")

    def test_accepts_its_own_rule_book(self):
        reply = self.call("check-rules", self.prefix / "share/planlezer/book")
        self.assertEqual(reply.returncode, 0, reply.stderr)

    def test_reads_a_plan(self):
        text = self.folder / "regels.md"
        text.write_text(PLAN, encoding="utf-8")
        page = self.folder / "regels.pdf"
        subprocess.run([sys.executable, SOURCE / "tests/support/render_pages.py", text, "--design", "svbp", "--quality", "digital",
                        "--output", page], check=True, stdout=subprocess.DEVNULL)
        reply = self.call("run", page, "--output", self.folder / "results")
        self.assertIn(reply.returncode, (0, 3), reply.stderr)
        with open(self.folder / "results/norms.csv", encoding="utf-8-sig", newline="") as file:
            rows = [set(row.values()) for row in csv.DictReader(file, delimiter=";")]
        for kind, value in (("maximum bouwhoogte", "10"), ("maximum goothoogte", "6")):
            self.assertTrue(any({kind, value} <= row for row in rows), f"{kind} {value} is not in norms.csv: {rows}")

    def test_has_a_sound_manual_page(self):
        if not shutil.which("man"):
            self.skipTest("man is not installed")
        reply = subprocess.run(["man", "--warnings", "--encoding=UTF-8", self.prefix / "share/man/man1/planlezer.1"],
                               text=True, capture_output=True, env={"PATH": os.defpath, "MANWIDTH": "100", "LC_ALL": "C.UTF-8"})
        self.assertEqual((reply.returncode, reply.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
