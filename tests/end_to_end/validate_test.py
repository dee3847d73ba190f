#!/usr/bin/env python3
"""planlezer validate as a user meets it: what it prints where, and how it ends.

SPDX-License-Identifier: GPL-3.0-or-later
Usage: validate_test.py PROGRAM STANDARDS. Exit code 77 when the standards are not there.
"""
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

PROGRAM, STANDARDS = sys.argv[1], Path(sys.argv[2])
EXAMPLES = STANDARDS / "examples"


class Validate(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = Path(self.scratch.name)

    def call(self, *arguments):
        return subprocess.run([PROGRAM, "validate", *map(str, arguments)], text=True, capture_output=True, timeout=120, cwd=self.folder)

    def copy(self, name):
        target = self.folder / name
        shutil.copytree(EXAMPLES / "minimal-handmade" / name, target)
        for path in [target, *target.iterdir()]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        return target

    def test_good_packages_say_nothing(self):
        reply = self.call(EXAMPLES / "minimal-handmade", "--schemas", STANDARDS)
        self.assertEqual((reply.returncode, reply.stdout), (0, ""))
        self.assertIn("3 aanleveringen gecontroleerd", reply.stderr)

    def test_says_when_no_schemas_were_used(self):
        reply = self.call(EXAMPLES / "minimal-handmade")
        self.assertEqual((reply.returncode, reply.stdout), (0, ""))
        self.assertEqual(reply.stderr.count("Niet getoetst aan de officiële schema's"), 1)

    def test_a_fault_is_one_line_with_its_code(self):
        package = self.copy("b-wijziging-stop1.3.0")
        norms = package / "owNormen.xml"
        norms.write_text(norms.read_text(encoding="utf-8").replace(">6</rol:kwantitatieveWaarde>", ">7</rol:kwantitatieveWaarde>"), encoding="utf-8")
        reply = self.call(package.name)
        self.assertEqual(reply.returncode, 3)
        self.assertRegex(reply.stdout, r"^b-wijziging-stop1\.3\.0/owNormen\.xml:\d+: fout OW-GIO \(nl\.imow-gm9920\.normwaarde\.gh6\): .*\n$")

    def test_a_zip_is_as_good_as_its_folder(self):
        package = self.copy("a-initieel-stop1.3.0")
        with zipfile.ZipFile(self.folder / "p.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(package.iterdir()):
                archive.write(path, path.name)
        reply = self.call("p.zip", "--schemas", STANDARDS)
        self.assertEqual((reply.returncode, reply.stdout), (0, ""))

    def test_what_is_no_package(self):
        self.assertEqual(self.call("niets").returncode, 2)
        self.assertEqual(self.call(".").returncode, 2)
        self.assertEqual(self.call(EXAMPLES / "minimal-handmade", "--schemas", "niets").returncode, 2)
        (self.folder / "stuk.zip").write_bytes(b"PK\x03\x04stuk")
        reply = self.call("stuk.zip")
        self.assertEqual(reply.returncode, 4)
        self.assertIn("LVBB1001", reply.stdout)


if __name__ == "__main__":
    if not EXAMPLES.is_dir():
        print("the examples of the standards are not there")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
