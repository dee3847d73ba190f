"""Checks packages for the omgevingsplan against the official schemas with xmllint: offline, through their catalog.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import subprocess
from collections import defaultdict

STOP, LVBB, TPOD = "https://standaarden.overheid.nl/stop", "https://standaarden.overheid.nl/lvbb", "https://register.geostandaarden.nl/xmlschema/tpod"

#: version of STOP -> the versions that go with it
VERSIONS = {"1.3.0": {"lvbb": "1.2.0", "imow": "v2.0.0"}, "1.4.1": {"lvbb": "1.3.0-ic", "imow": "v3.1.0"}}

#: local name of the root -> schema
SCHEMAS = {
    "AanleveringBesluit": LVBB + "/{lvbb}/lvbb-stop-aanlevering.xsd",
    "AanleveringInformatieObject": LVBB + "/{lvbb}/lvbb-stop-aanlevering.xsd",
    "validatieOpdracht": LVBB + "/{lvbb}/lvbb-transport.xsd",
    "publicatieOpdracht": LVBB + "/{lvbb}/lvbb-transport.xsd",
    "manifest": LVBB + "/{lvbb}/lvbb-transport.xsd",
    "GeoInformatieObjectVaststelling": STOP + "/{stop}/imop-geo.xsd",
    "owBestand": TPOD + "/{imow}/bestanden-ow/deelbestand-ow/IMOW_Deelbestand.xsd",
    "Aanleveringen": TPOD + "/{imow}/bestanden-ow/generiek/manifest-ow.xsd",
}


def root_of(path):
    head = re.sub(r"<\?.*?\?>", "", path.read_text(encoding="utf-8")[:2000], flags=re.S)
    return re.search(r"<(?:[\w.-]+:)?(\w+)", head).group(1)


def faults(packages, stop, standards):
    """Messages of xmllint for all XML files of these folders; empty when all are valid. Returns also how many were checked."""
    by_schema = defaultdict(list)
    for package in packages:
        for path in sorted(package.iterdir()):
            if path.suffix in (".xml", ".gml"):
                by_schema[SCHEMAS[root_of(path)].format(stop=stop, **VERSIONS[stop])].append(path)
    messages, checked = [], 0
    environment = dict(os.environ, XML_CATALOG_FILES=str(standards / "catalog.xml"))
    for schema, paths in sorted(by_schema.items()):
        for start in range(0, len(paths), 500):
            some = paths[start:start + 500]
            done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, *map(str, some)], env=environment, capture_output=True, text=True)
            checked += done.stderr.count(" validates\n")
            messages += [line for line in done.stderr.splitlines() if not line.endswith(" validates")]
    total = sum(map(len, by_schema.values()))
    if checked != total and not messages:
        messages.append(f"{total - checked} of {total} files were not checked")
    return messages, checked
