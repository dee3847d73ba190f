"""The maps of the sample plans: what lies where in plans that do not exist, and how each is drawn.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))
from draw_maps import imro_writer  # noqa: E402
from draw_maps.command import draw  # noqa: E402
from draw_maps.gold import write  # noqa: E402
from draw_maps.plan import Value  # noqa: E402
from draw_maps.village import Ground, village  # noqa: E402


def goot_bouw(goot, bouw):
    return [("maximum goothoogte", goot), ("maximum bouwhoogte", bouw)]


def bouw(height, percent=None):
    return [("maximum bouwhoogte", height)] + ([("maximum bebouwingspercentage", percent)] if percent else [])


def block(name, code, article, group, build=None, *values, pond=None):
    return dict(name=name, code=code, article=article, group=group, build=build, values=list(values), pond=pond)


def veldkamp(imro_id="NL.IMRO.9920.BP0512veldkamp-VA01", name="Veldkamp", date="2014-03-20"):
    """Bent streets; houses too small for their sign, a court, a pond, a tower, a yard in two parts."""
    def wonen(build, *values):
        return block("Wonen", "W", "6", "wonen", build, *values)
    streets = [
        (46, [(70, wonen("pairs", goot_bouw("6", "10"), goot_bouw("3.5", "8"), goot_bouw("6", "10"), goot_bouw("4", "9"))),
              (60, block("Groen", "G", "5", "groen", pond="8")), (80, wonen("ring", goot_bouw("9", "12")))]),
        (50, [(90, block("Bedrijf", "B", "3", "bedrijf", "halves", bouw("8"), bouw("12.5"))),
              (60, block("Centrum", "C", "4", "centrum", "tower", bouw("22"), bouw("11", "80"))),
              (60, wonen("pairs", goot_bouw("6", "10"), goot_bouw("6", "9.5"), goot_bouw("3.5", "7"), goot_bouw("4.5", "10")))]),
        (40, [(100, wonen("villas", goot_bouw("4", "9.5"))), (60, wonen("rounded", goot_bouw("3", "6.5")))])]
    return village(imro_id, name, date, "vastgesteld", streets, Ground((98000, 431000), 12, 500), ("Verkeer", "V", "7"))


def veldkamp_paper():
    return veldkamp("NL.IMRO.9920.BP0513veldkamp-VG01", "Veldkamp (herziening)", "2013-06-13")


def dijkzicht():
    """Class letters and Roman numerals; the classes stand in the legend."""
    def woningen(build, *values):
        return block("Woondoeleinden", "W", "3", "wonen", build, *values)
    layers = [("maximum aantal bouwlagen", "3")]
    streets = [
        (44, [(60, woningen("rows", goot_bouw("3.5", "8"))), (64, woningen("rows", goot_bouw("6", "10.5"), goot_bouw("3.5", "8"))),
              (50, block("Groenvoorzieningen", "G", "6", "groen"))]),
        (52, [(70, block("Bedrijven", "B", "4", "bedrijf", "one", bouw("7.5", "60"))),
              (54, woningen("corner", goot_bouw("9", "12") + layers)), (60, block("Winkels", "D", "5", "detailhandel", "one", layers))]),
        (38, [(90, woningen("rows", goot_bouw("3.5", "8"))), (90, woningen("halves", goot_bouw("6", "10.5"), goot_bouw("3.5", "8")))])]
    return village("NL.IMRO.9920.BP0083dijkzicht-OH01", "Dijkzicht", "1983-11-08", "vastgesteld", streets, Ground((101400, 428650), -21),
                   ("Verkeersdoeleinden", "V", "7"), number="83-014")


def waterkant():
    """Signs of an office's own; the scanner saw other colours."""
    streets = [
        (42, [(60, block("Wonen", "W", "5", "wonen", "pairs", goot_bouw("6", "10"), goot_bouw("6", "11.5"))),
              (60, block("Gemengd", "GD", "3", "gemengd", "one", bouw("14", "90")))]),
        (40, [(70, block("Maatschappelijk", "M", "4", "maatschappelijk", "tower", bouw("18.5"), bouw("7"))),
              (50, block("Wonen", "W", "5", "wonen", "one", goot_bouw("3.5", "8.5")))])]
    return village("NL.IMRO.9920.BP0144waterkant-VG01", "Waterkant", "2008-09-25", "vastgesteld", streets, Ground((95210, 433480), 33),
                   ("Verkeer", "V", "6"))


def stadsrand():
    streets = [
        (60, [(90, block("Bedrijventerrein", "BT", "3", "bedrijventerrein", "one", bouw("15", "70"))),
              (90, block("Bedrijventerrein", "BT", "3", "bedrijventerrein", "halves", bouw("10", "60"), bouw("25", "60")))]),
        (54, [(60, block("Kantoor", "K", "5", "kantoor", "tower", [("maximum aantal bouwlagen", "12")], [("maximum aantal bouwlagen", "4")])),
              (50, block("Groen", "G", "4", "groen")), (56, block("Kantoor", "K", "5", "kantoor", "one", [("maximum aantal bouwlagen", "6")]))])]
    return village("NL.IMRO.9920.BP0610stadsrand-VA01", "Stadsrand Zuid", "2016-05-12", "vastgesteld", streets, Ground((99320, 427110), 5),
                   ("Verkeer", "V", "6"))


def bosrand():
    def wonen(build, *values):
        return block("Wonen", "W", "5", "wonen", build, *values)
    streets = [
        (40, [(70, wonen("villas", goot_bouw("3.5", "9"))), (70, wonen("rows", goot_bouw("6", "9.5"), goot_bouw("5.5", "10")))]),
        (44, [(80, block("Recreatie", "R", "3", "recreatie", "one", goot_bouw("3", "5.5") + [("maximum bebouwingspercentage", "35")])),
              (60, wonen("corner", goot_bouw("4.5", "11")))])]
    return village("NL.IMRO.9920.BP0287bosrand-VA01", "Bosrand", "2011-02-17", "vastgesteld", streets, Ground((104870, 435020), -8, -700),
                   ("Verkeer", "V", "4"))


def parkzoom():
    def woning(build, *values):
        return block("Wonen", "W", "4", "wonen", build, *values)
    streets = [
        (44, [(64, woning("pairs", goot_bouw("3", "7"), goot_bouw("6", "10"), goot_bouw("3", "7"), goot_bouw("6", "9"))), (56, woning("ring", bouw("13")))]),
        (40, [(50, block("Maatschappelijk", "M", "3", "maatschappelijk", "one", goot_bouw("7", "10.5"))),
              (70, woning("rows", goot_bouw("5.5", "9.5"), goot_bouw("4.5", "8")))])]
    return village("NL.IMRO.9920.BP0139parkzoom-VG01", "Parkzoom", "2007-10-04", "vastgesteld", streets, Ground((97055, 436240), -14),
                   ("Verkeer", "V", "5"))


def west():
    """Large: a sheet of A0."""
    def wonen(build, *values):
        return block("Wonen", "W", "8", "wonen", build, *values)
    groen = block("Groen", "G", "5", "groen", pond="9")
    houses = [wonen("pairs", goot_bouw("6", "10"), goot_bouw("6", "10.5"), goot_bouw("5.5", "9"), goot_bouw("3.5", "8")),
              wonen("rows", goot_bouw("6", "10"), goot_bouw("4.5", "9.5")), wonen("ring", goot_bouw("9", "13.5")),
              wonen("villas", goot_bouw("4", "10"), goot_bouw("3.5", "9"))]
    yards = [block("Bedrijf", "B", "3", "bedrijf", "halves", bouw("8", "70"), bouw("14", "70")), block("Bedrijf", "B", "3", "bedrijf", "one", bouw("10", "60"))]
    school = block("Maatschappelijk", "M", "6", "maatschappelijk", "corner", bouw("8.5", "45"))
    centre = block("Centrum", "C", "4", "centrum", "tower", bouw("28"), bouw("12", "100"))
    mixed = [houses[0], houses[1], groen, houses[2], yards[0], school, houses[3], centre, houses[1], yards[1]]
    streets = []
    for r in range(8):
        row = [(72 + 9 * ((r + b) % 4), mixed[(3 * r + 7 * b) % len(mixed)]) for b in range(7)]
        streets.append((46 + 4 * (r % 3), row))
    return village("NL.IMRO.9920.BP0350west-VA01", "Lindewaard West", "2012-12-20", "vastgesteld", streets, Ground((93100, 430200), 3, 1900),
                   ("Verkeer", "V", "7"))


def haven():
    """Beside the sheet lies a GML, which says another height for one building area."""
    streets = [
        (50, [(80, block("Bedrijf - Haven", "B-H", "3", "bedrijf", "halves", bouw("12"), bouw("20"))),
              (70, block("Gemengd", "GD", "4", "gemengd", "one", goot_bouw("9", "13")))]),
        (44, [(60, block("Wonen", "W", "6", "wonen", "one", goot_bouw("6", "10"))),
              (80, block("Wonen", "W", "6", "wonen", "pairs", goot_bouw("4", "8.5"), goot_bouw("6", "11"), goot_bouw("4", "8.5"), goot_bouw("6", "11")))])]
    return village("NL.IMRO.9920.BP0391haven-VA01", "Havenkwartier", "2013-04-18", "vastgesteld", streets, Ground((96480, 429760), 41),
                   ("Verkeer", "V", "5"))


def haven_gml():
    """The same plan with 15 m where the sheet says 13."""
    plan = haven()
    for area in plan.of("maatvoering"):
        area.values = [Value(v.kind, "15") if v.value == "13" else v for v in area.values]
    return plan


#: plan -> how it is drawn
SHEETS = {
    "veldkamp": (veldkamp, dict(hand="prabpk", form="pdf", scale=1000)),
    "veldkamp_paper": (veldkamp_paper, dict(hand="prabpk", form="scan", scale=1000)),
    "dijkzicht": (dijkzicht, dict(hand="hatched", form="g4", scale=1000)),
    "waterkant": (waterkant, dict(hand="own_signs", form="jpeg", scale=1000)),
    "stadsrand": (stadsrand, dict(hand="prabpk", form="geopdf", scale=1000, grid=False)),
    "bosrand": (bosrand, dict(hand="boxes", form="png", scale=1000, grid=False)),
    "parkzoom": (parkzoom, dict(hand="slashes", form="pdf", scale=500, rotation=14)),
    "west": (west, dict(hand="prabpk", form="pdf", scale=1000)),
    "haven": (haven, dict(hand="prabpk", form="pdf", scale=1000)),
}


def make_map(name, target, gold_file):
    """Draws a sheet to `target` (without ending) and writes its gold; returns its file name."""
    make_plan, how = SHEETS[name]
    how = dict(how)
    sheet, gold = draw(make_plan(), target, how.pop("hand"), how.pop("scale"), 1, how.pop("form"), **how)
    gold_file.parent.mkdir(parents=True, exist_ok=True)
    if name == "haven":  # the GML is the authority: its value is the one to be emitted
        for value in gold["values"]:
            if value["value"] == "13":
                value["value"] = "15"
    write(gold_file, gold)
    return sheet.name


def make_gml(target):
    imro_writer.write(haven_gml(), target)
