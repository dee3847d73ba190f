#!/usr/bin/env python3
"""What the page generator must keep to: words stay as they are, lists nest as meant, the same seed gives the same bytes.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
import render_pages  # noqa: E402

TEXT = """4.2.3 Carports
Carports voldoen aan de volgende kenmerken:
- a. oppervlakte maximaal 20 m2 ;
- b. hoogte maximaal 3,25 m, gemeten
vanaf het peil:
\t- 1. voor de voorgevel;
\t- 2. daarachter.
12
- c. de bouwhoogte van ~~4~~ 5 m.
10.2.3Bijbehorende bouwwerken

| bouwwerk | hoogte |
| --- | --- |
| mast | 12 m |

![kaart](kaart.png)
"""


class Parse(unittest.TestCase):
    def setUp(self):
        self.blocks = render_pages.parse(TEXT)

    def test_numbers_make_headings_even_when_glued(self):
        self.assertEqual([("4.2.3", "Carports"), ("10.2.3", "Bijbehorende bouwwerken")],
                         [(b[2], b[3]) for b in self.blocks if b[0] == "h"])

    def test_lists_nest(self):
        self.assertEqual([(0, "a."), (0, "b."), (1, "1."), (1, "2."), (0, "c.")],
                         [(b[1], b[2]) for b in self.blocks if b[0] == "li"])

    def test_hard_wraps_join(self):
        self.assertIn("hoogte maximaal 3,25 m, gemeten vanaf het peil:", [b[-1] for b in self.blocks])

    def test_an_excerpt_may_start_inside_a_sublist(self):
        blocks = render_pages.parse("- 2. de diepte;\n- 3. de breedte;\n- i. dakkapellen:\n- 1. plat;\n")
        self.assertEqual([1, 1, 0, 1], [b[1] for b in blocks])

    def test_tables_know_their_head(self):
        self.assertIn(("table", 1, [["bouwwerk", "hoogte"], ["mast", "12 m"]]), self.blocks)

    def test_page_feet_and_images_go(self):
        self.assertNotIn("12", [b[-1] for b in self.blocks])
        self.assertFalse([b for b in self.blocks if "kaart" in str(b[-1])])


class Pages(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.text = Path(self.folder.name) / "excerpt.txt"
        self.text.write_text(TEXT, encoding="utf-8")

    def rendered(self, design, quality, name):
        path = Path(self.folder.name) / name
        render_pages.render(self.text, design, [(quality, path)], 7)
        return path

    def test_every_design_keeps_the_words(self):
        for design in render_pages.DESIGNS:
            page = self.rendered(design, "digital", f"{design}.pdf")
            said = subprocess.run(["pdftotext", page, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
            said = "".join(said.replace("²", "2").split())
            for words in ("oppervlaktemaximaal20m2", "hoogtemaximaal3,25m,gemetenvanafhetpeil", "Bijbehorendebouwwerken", "12m"):
                with self.subTest(design=design, words=words):
                    self.assertIn(words, said.replace("-", ""))

    def test_the_same_seed_gives_the_same_bytes(self):
        for quality in render_pages.QUALITIES:
            with self.subTest(quality=quality):
                first, second = (hashlib.sha256(self.rendered("marge", quality, f"{k}.pdf").read_bytes()).digest() for k in (1, 2))
                self.assertEqual(first, second)

    def test_scans_have_no_text(self):
        page = self.rendered("word", "bad200", "scan.pdf")
        self.assertEqual(b"", subprocess.run(["pdftotext", page, "-"], stdout=subprocess.PIPE, check=True).stdout.strip())


if __name__ == "__main__":
    unittest.main()
