#!/usr/bin/env python3
"""README and manual page say what the program says: verbs, options, exit codes.

SPDX-License-Identifier: GPL-3.0-or-later
Usage: docs_test.py PROGRAM SOURCE_DIR
"""
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, SOURCE = sys.argv[1], Path(sys.argv[2])
OPTION = re.compile(r"(?<![\w-])--([a-z][a-z-]+)")
EVERYWHERE = {"help", "version"}


def helps(*verb):
    reply = subprocess.run([PROGRAM, *verb, "--help"], text=True, capture_output=True, check=True)
    return reply.stdout


def read(name):
    return (SOURCE / name).read_text(encoding="utf-8")


class Documentation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manual = read("pipeline/man/planlezer.1")
        cls.readme = read("README.md")
        cls.verbs = re.findall(r"^\.It Cm ([a-z-]+)", cls.manual, re.MULTILINE)
        cls.options = {verb: set(OPTION.findall(helps(verb))) - EVERYWHERE for verb in cls.verbs}

    def test_the_manual_knows_every_verb(self):
        listed = set(re.findall(r"^  ([a-z][a-z-]+) ", helps(), re.MULTILINE))
        self.assertEqual(listed, set(self.verbs))

    def test_the_manual_has_every_option_and_no_other(self):
        manual = set(re.findall(r"\bFl -([a-z][a-z-]+)", self.manual)) - EVERYWHERE
        self.assertEqual(manual, set().union(*self.options.values()))

    def test_the_readme_has_every_option_of_run(self):
        table = set(re.findall(r"^\| `--([a-z][a-z-]+)", self.readme, re.MULTILINE))
        self.assertEqual(table, self.options["run"])

    def test_the_readme_names_no_option_that_is_not_there(self):
        known = set().union(EVERYWHERE, *self.options.values())
        ours = "\n".join(line for line in self.readme.splitlines() if "apt-get" not in line and "cmake" not in line)
        self.assertEqual(set(OPTION.findall(ours)) - known, set())

    def test_the_norm_in_the_readme_is_a_sound_rule_file(self):
        name = re.search(r"`eigen-regels/(normen/\w+\.toml)`", self.readme)[1]
        text = re.search(r"^```toml\n(.*?)^```$", self.readme, re.MULTILINE | re.DOTALL)[1]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / name
            file.parent.mkdir()
            file.write_text(text, encoding="utf-8")
            reply = subprocess.run([PROGRAM, "check-rules", folder], text=True, capture_output=True)
            self.assertEqual(reply.returncode, 0, reply.stdout + reply.stderr)
            file.write_text(text.replace('waarde = "120"', 'waarde = "12"'), encoding="utf-8")
            self.assertEqual(subprocess.run([PROGRAM, "check-rules", folder], capture_output=True).returncode, 2)

    def test_exit_codes_agree(self):
        codes = set(re.findall(r"^    \w+ = (\d+),", read("pipeline/cli/exit_code.hpp"), re.MULTILINE))
        table = re.findall(r"^\| ([\d, ]+) \|", self.readme, re.MULTILINE)
        self.assertEqual({code.strip() for row in table for code in row.split(",")}, codes)
        status = self.manual.split(".Sh EXIT STATUS")[1].split(".Sh")[0]
        listed = re.findall(r"^\.It ([\d ,]+)$", status, re.MULTILINE)
        self.assertEqual({code.strip() for row in listed for code in row.split(",")}, codes)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
