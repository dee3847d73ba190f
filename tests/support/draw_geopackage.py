#!/usr/bin/env python3
"""Draws norms.gpkg as QGIS opens it, with the styles it brings: draw_geopackage.py GPKG PNG [--plan PLAN_ID] [--size 1200x800].

Makes the picture in the README. Debian packages: python3-qgis qgis-providers (large, so neither the launcher nor the suite asks for them).
SPDX-License-Identifier: GPL-3.0-or-later
"""
import argparse
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OGR_SQLITE_JOURNAL", "DELETE")  # a reader leaves no files beside the one it reads
from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsVectorLayer  # noqa: E402
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

ON_TOP_FIRST = ["map_symbol", "norm_area", "bestemming", "plan_contour"]


def layers(path, plan):
    for name in ON_TOP_FIRST:
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        if not layer.isValid():
            sys.exit(f"{path}: no layer {name}")
        message, loaded = layer.loadDefaultStyle()
        if not loaded:
            sys.exit(f"{name}: its style was not loaded: {message}")
        if plan:
            layer.setSubsetString(f"plan_id = '{plan}'" + (" AND kind = 'maximum bouwhoogte'" if name == "norm_area" else ""))
        yield layer


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("gpkg")
    ap.add_argument("png")
    ap.add_argument("--plan")
    ap.add_argument("--size", default="1200x800")
    args = ap.parse_args()
    app = QgsApplication([], False)
    app.initQgis()
    shown = list(layers(args.gpkg, args.plan))
    settings = QgsMapSettings()
    settings.setLayers(shown)
    settings.setDestinationCrs(shown[0].crs())
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.DrawLabeling, True)
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    settings.setOutputSize(QSize(*map(int, args.size.split("x"))))
    extent = shown[ON_TOP_FIRST.index("plan_contour")].extent()
    extent.scale(1.05)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(args.png)
    app.exitQgis()


if __name__ == "__main__":
    main()
