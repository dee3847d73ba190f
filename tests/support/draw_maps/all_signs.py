"""A plan that does not exist with every matrix symbol of PRABPK2012 on it, each in a building area of its own.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from .village import Ground, village


def most(**values):
    return [(f"maximum {kind.replace('_', ' ')}", value) for kind, value in values.items()]


def least(**values):
    return [(f"minimum {kind.replace('_', ' ')}", value) for kind, value in values.items()]


def spread(**values):
    return [pair for kind, (low, high) in values.items() for pair in (*least(**{kind: low}), *most(**{kind: high}))]


#: in the order of the figure: s100 to s127, then standard symbols
SIGNS = [
    least(goothoogte="3"), most(goothoogte="6.5"), spread(goothoogte=("3", "6")), least(bouwhoogte="8"), most(bouwhoogte="12.5"),
    spread(bouwhoogte=("8", "14")), least(dakhelling="30"), most(dakhelling="55"), spread(dakhelling=("30", "60")), most(bebouwingspercentage="65"),
    least(goothoogte="4", bouwhoogte="9"), most(goothoogte="7", bouwhoogte="10.5"), spread(goothoogte=("3", "6"), bouwhoogte=("7", "11")),
    least(goothoogte="3", bouwhoogte="8", dakhelling="35"), most(goothoogte="5.5", bouwhoogte="9", dakhelling="50"),
    spread(goothoogte=("3", "7"), bouwhoogte=("8", "13"), dakhelling=("30", "45")),
    least(goothoogte="3", bouwhoogte="7", dakhelling="20") + most(bebouwingspercentage="75"),
    most(goothoogte="6", bouwhoogte="9.5", dakhelling="55", bebouwingspercentage="40"),
    spread(goothoogte=("4", "6"), bouwhoogte=("9", "15"), dakhelling=("25", "60")) + most(bebouwingspercentage="85"),
    most(aantal_wooneenheden="24"), most(aantal_bouwlagen="3"), most(aantal_aaneen_te_bouwen_wooneenheden="6"), most(verticale_bouwdiepte="4"),
    most(bouwhoogte="18", bebouwingspercentage="90"), most(goothoogte="9", bouwhoogte="12", bebouwingspercentage="60"),
    spread(bouwhoogte=("6", "10")) + most(bebouwingspercentage="55"), most(bouwhoogte="16", aantal_bouwlagen="5", bebouwingspercentage="70"),
    most(vloeroppervlakte="1250"), most(oppervlakte="370"), least(oppervlakte="120"), most(lengte="28"), most(breedte="7.5"), least(breedte="5"),
    most(volume="450"), most(aantal_parkeerplaatsen="16"), most(goothoogte="3.5", bouwhoogte="8", aantal_wooneenheden="11"),
]


def plan():
    def block(values):
        return dict(name="Wonen", code="W", article="3", group="wonen", build="one", values=[values])
    rows = [SIGNS[k:k + 6] for k in range(0, len(SIGNS), 6)]
    streets = [(44, [(46, block(values)) for values in row]) for row in rows]
    return village("NL.IMRO.9920.BP0900tekens-VA01", "Tekens", "2013-01-24", "vastgesteld", streets, Ground((150000, 450000), 0), ("Verkeer", "V", "4"))
