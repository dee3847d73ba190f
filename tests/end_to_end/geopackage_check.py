"""norms.gpkg as GIS programs see it, against the plans it was made of.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import xml.etree.ElementTree as ElementTree

LAYERS = ["norm_area", "map_symbol", "plan_contour", "bestemming", "review_flag"]


def style_faults(data, name, columns):
    """A style is well-formed, draws the layer and names no column that is not there."""
    rows = data.ExecuteSQL(f"SELECT styleQML FROM layer_styles WHERE useAsDefault AND f_table_name = '{name}'")
    styles = [row.GetField(0) for row in rows]
    data.ReleaseResultSet(rows)
    if len(styles) != 1:
        yield f"{name}: {len(styles)} default styles"
        return
    style = ElementTree.fromstring(styles[0])
    renderer = style.find("renderer-v2")
    if renderer is None or renderer.find("symbols/symbol/layer") is None:
        yield f"{name}: its style draws nothing"
    used = set(re.findall(r'"(\w+)"', "".join(text.get("fieldName", "") for text in style.iter("text-style"))))
    if renderer is not None and renderer.get("attr"):
        used.add(renderer.get("attr"))
    yield from (f"{name}: its style names {column}, which is no column" for column in sorted(used - columns))


def geometry_faults(layer):
    """In RD, on the millimetre, valid; polygons with outer rings counter-clockwise."""
    for row in layer:
        geometry = row.GetGeometryRef()
        if geometry is None:
            continue
        label = f"{layer.GetName()} {row.GetFID()}"
        west, east, south, north = geometry.GetEnvelope()
        if not (0 <= west <= east <= 280_000 and 300_000 <= south <= north <= 625_000):
            yield f"{label}: outside RD"
        if not geometry.IsValid():
            yield f"{label}: not valid"
        if geometry.GetGeometryName() == "MULTIPOLYGON":
            for part in geometry:
                points = part.GetGeometryRef(0).GetPoints()
                x, y, *_ = points[0]
                twice = sum((a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y) for a, b in zip(points, points[1:]))
                if twice <= 0:
                    yield f"{label}: outer ring clockwise"
                if abs(x * 1000 - round(x * 1000)) > 1e-3 or abs(y * 1000 - round(y * 1000)) > 1e-3:
                    yield f"{label}: finer than a millimetre"


def norm_faults(layer, plans):
    """One row a norm, with its value, and a polygon where the plan has one."""
    rows = {(row["plan_id"], row["norm_id"]): row for row in layer}
    norms = {(plan["plan_id"], norm["id"]): norm for plan in plans for norm in plan["norms"]}
    yield from (f"norm_area: only in one of the two: {key}" for key in sorted(rows.keys() ^ norms.keys()))
    for key in rows.keys() & norms.keys():
        if rows[key]["value_text"] != norms[key]["value"] or (rows[key].GetGeometryRef() is None) != (norms[key]["location"]["geometry"] is None):
            yield f"norm_area: {key}: other value or place than in plans/"


def faults_of(path, plans):
    from osgeo import gdal, ogr

    gdal.UseExceptions()
    data = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    for name in LAYERS:
        layer = data.GetLayerByName(name)
        if layer is None:
            yield f"no layer {name}"
            continue
        if layer.GetSpatialRef().GetAuthorityCode(None) != "28992":
            yield f"{name}: not in EPSG:28992"
        columns = {layer.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(layer.GetLayerDefn().GetFieldCount())}
        yield from style_faults(data, name, columns)
        yield from geometry_faults(layer)
    yield from norm_faults(data.GetLayerByName("norm_area"), plans)
    placed = sum(1 for row in data.GetLayerByName("norm_area") if row.GetGeometryRef() is not None)
    if placed == 0:
        yield "no norm has a place"
