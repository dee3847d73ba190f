#!/usr/bin/env python3
"""What the map drawer must keep to: every value of the gold stands on the sheet, in its own ground; the same seed gives the same bytes.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
from draw_maps import all_signs, forms, gold, imro, imro_writer  # noqa: E402
from draw_maps.cells import cells  # noqa: E402
from draw_maps.command import draw  # noqa: E402
from draw_maps.hands import HANDS  # noqa: E402
from draw_maps.plan import Area, Plan, Value, geojson, polygon, polygons, tell_apart  # noqa: E402
from draw_maps.sheet import make_drawing  # noqa: E402
from draw_maps.values import add_values  # noqa: E402
from draw_maps.village import Ground, village  # noqa: E402
from osgeo import gdal  # noqa: E402

X, Y = 141000, 471000


def square(x, y, w, h):
    return polygon([(X + x, Y + y), (X + x + w, Y + y), (X + x + w, Y + y + h), (X + x, Y + y + h)])


def small_plan():
    """A street with houses, a yard with a company, a house too small for its sign."""
    areas = [
        Area("enkelbestemming", "e1", "Wonen", square(0, 0, 100, 60), "W", "4", "wonen"),
        Area("enkelbestemming", "e2", "Bedrijf", square(0, 70, 100, 50), "B", "3", "bedrijf"),
        Area("enkelbestemming", "e3", "Verkeer", square(0, 60, 100, 10), "V", "5", "verkeer"),
        Area("bouwvlak", "b1", "bouwvlak", square(10, 10, 40, 20)), Area("bouwvlak", "b2", "bouwvlak", square(70, 20, 3, 3)),
        Area("bouwvlak", "b3", "bouwvlak", square(10, 75, 80, 40)),
        Area("maatvoering", "m1", "", square(10, 10, 40, 20), values=[Value("maximum goothoogte", "3.5"), Value("maximum bouwhoogte", "8")]),
        Area("maatvoering", "m2", "", square(70, 20, 3, 3), values=[Value("maximum bouwhoogte", "11")]),
        Area("maatvoering", "m3", "", square(10, 75, 80, 40), values=[Value("maximum bebouwingspercentage", "65")]),
        Area("maatvoering", "m4", "", square(60, 75, 30, 40), values=[Value("maximum bouwhoogte", "12")]),
    ]
    return Plan("NL.IMRO.9920.BP0501proef-VA01", "Proef", "2013-05-16", "vastgesteld", "gemeente Lindewaard", square(0, 0, 100, 120), areas)


class Cells(unittest.TestCase):
    def test_a_value_holds_in_the_smaller_ground_and_in_what_is_left(self):
        found = [(round(c.shape.Area()), sorted(v.value for v in c.values), c.outline) for c in cells(small_plan())]
        self.assertIn((1200, ["12", "65"], "maatvoering"), found)
        self.assertIn((2000, ["65"], "bouwvlak"), [(round(a, -1), v, o) for a, v, o in found])

    def test_letters_are_made_different(self):
        plan = small_plan()
        plan.areas.append(Area("enkelbestemming", "e4", "Woongebied", square(200, 0, 10, 10), "W"))
        self.assertEqual({"W1", "W2"}, {a.code for a in tell_apart(plan).of("enkelbestemming") if a.group in ("wonen", "")})

    def test_outer_rings_run_against_the_clock(self):
        ring = geojson(polygon([(0, 0), (0, 1), (1, 1), (1, 0)]))["coordinates"][0]
        self.assertGreater(sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(ring, ring[1:])), 0)


class Sheets(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def drawn(self, hand, name="sheet.pdf", **options):
        drawing = make_drawing(HANDS[hand], add_values(small_plan(), 3), 500, 3, **options)
        return drawing.write_pdf(self.folder / name)

    def words(self, name="sheet.pdf"):
        return subprocess.run(["pdftotext", "-layout", self.folder / name, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()

    def test_every_hand_draws_every_value(self):
        for hand in HANDS:
            with self.subTest(hand=hand):
                drawn = self.drawn(hand)
                self.assertEqual([], drawn.missing)
                shown = {(id(c), v) for c, s, *_ in drawn.signs for v in s.values}
                self.assertEqual({(id(c), v) for c in drawn.cells for v in c.values}, shown)

    def test_a_sign_stands_in_its_ground_or_points_into_it(self):
        for hand in HANDS:
            drawn = self.drawn(hand)
            for cell, sign, x, y, tip in drawn.signs:
                rd = drawn.view.back(*(tip or (x, y)))
                spot = polygon([(rd[0] - .01, rd[1] - .01), (rd[0] + .01, rd[1] - .01), (rd[0], rd[1] + .01)])
                with self.subTest(hand=hand, values=sign.values):
                    self.assertTrue(cell.shape.Contains(spot))

    def test_the_sheet_says_what_it_is(self):
        for hand in HANDS:
            self.drawn(hand)
            said = self.words()
            for words in ("NL.IMRO.9920.BP0501proef-VA01", "1:500", "Bedrijf", "bouwhoogte", "141050"):
                with self.subTest(hand=hand, words=words):
                    self.assertIn(words, said.replace("1 : 500", "1:500").replace("141.050", "141050"))

    def test_a_turned_sheet_leads_back_to_the_earth(self):
        view = self.drawn("prabpk", rotation=17).view
        for point in ((X, Y), (X + 100, Y + 120)):
            for there, back in zip(point, view.back(*view(*point))):
                self.assertAlmostEqual(there, back, 6)

    def test_the_same_seed_gives_the_same_bytes(self):
        for hand in HANDS:
            first = json.dumps(gold.gold(self.drawn(hand, "1.pdf"), "s.pdf", {})), hashlib.sha256((self.folder / "1.pdf").read_bytes()).digest()
            again = json.dumps(gold.gold(self.drawn(hand, "2.pdf"), "s.pdf", {})), hashlib.sha256((self.folder / "2.pdf").read_bytes()).digest()
            with self.subTest(hand=hand):
                self.assertEqual(first, again)


class Geometry(unittest.TestCase):
    """What is made up, written and read again."""

    def test_every_matrix_symbol_is_drawn(self):
        plan = all_signs.plan()
        drawing = make_drawing(HANDS["prabpk"], plan, 1000, 1)
        with tempfile.TemporaryDirectory() as folder:
            drawn = drawing.write_pdf(Path(folder) / "s.pdf")
        self.assertEqual([], drawn.missing)
        self.assertEqual(len(all_signs.SIGNS), len(drawn.cells))
        self.assertEqual(len(all_signs.SIGNS) + 1, len(drawn.signs))  # the last has its wooneenheden in a sign of their own

    def test_a_plan_written_as_gml_is_read_as_it_was(self):
        plan = small_plan()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "plan.gml"
            imro_writer.write(plan, path)
            back = imro.read(path)
        self.assertEqual((plan.imro_id, plan.name, plan.date, plan.status), (back.imro_id, back.name, back.date, back.status))
        self.assertEqual([(a.kind, a.values, geojson(a.shape)) for a in plan.areas], [(a.kind, a.values, geojson(a.shape)) for a in back.areas])

    def test_a_bent_village_keeps_its_areas_apart(self):
        block = dict(name="Wonen", code="W", article="3", group="wonen", build="tower", values=[[("maximum bouwhoogte", "20")], [("maximum bouwhoogte", "9")]])
        plan = village("NL.IMRO.9920.BP0502proef-VA01", "Proef", "2013-05-16", "vastgesteld", [(50, [(60, block), (60, {**block, "build": "ring"})])],
                       Ground((X, Y), 20, 300))
        self.assertTrue(all(a.shape.IsValid() for a in plan.areas))
        grounds = plan.of("enkelbestemming")
        self.assertAlmostEqual(plan.contour.Area(), sum(a.shape.Area() for a in grounds), delta=0.5)
        self.assertEqual(1, len(polygons(plan.of("bouwvlak")[1].shape)[0]) - 1)  # a court


class Forms(unittest.TestCase):
    """Every form shows the same sheet in the same place."""

    def made(self, form, folder):
        return draw(small_plan(), Path(folder) / f"v_{form}", "prabpk", 500, 2, form)

    def test_the_same_seed_gives_the_same_bytes(self):
        for form in forms.FORMS:
            with self.subTest(form=form), tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
                (first, said), (again, _) = self.made(form, one), self.made(form, two)
                self.assertEqual(form, said["style"]["form"])
                self.assertEqual(hashlib.sha256(first.read_bytes()).digest(), hashlib.sha256(again.read_bytes()).digest())

    def test_what_places_a_form_says_where_it_lies(self):
        drawing = make_drawing(HANDS["prabpk"], small_plan(), 500, 2)
        width, height = drawing.layout.size
        corners = [drawing.view.back(0, 0), drawing.view.back(width, height)]
        with tempfile.TemporaryDirectory() as folder:
            for form in ("geopdf", "png", "geotiff"):
                sheet, _ = self.made(form, folder)
                data = gdal.Open(str(sheet))
                x0, dx, _, y0, _, dy = data.GetGeoTransform()
                found = [(x0, y0), (x0 + dx * data.RasterXSize, y0 + dy * data.RasterYSize)]
                for there, said in zip(corners, found):
                    with self.subTest(form=form):
                        self.assertAlmostEqual(there[0], said[0], delta=0.1)
                        self.assertAlmostEqual(there[1], said[1], delta=0.1)


if __name__ == "__main__":
    unittest.main()
