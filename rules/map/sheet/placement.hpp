// Where a sheet lies on the earth: by what it carries itself, by what lies beside it, by what is drawn on it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// What the other files of the plan know of the place.
struct SheetSurroundings {
    std::string file;                  ///< name of the sheet's document
    std::optional<Affine> world_file;  ///< pixel centres (column, row from 0) to metres RD
    const PlanMap* imro = nullptr;     ///< the GML of the same plan
};

struct Placed {
    Affine to_map;                     ///< points to metres RD; to metres on the sheet when `placement.on_earth` is false
    Placement placement;
    std::vector<ControlPoint> points;  ///< what it rests on; empty when it needs none
};

/// `contour`: the drawn plangebied in points; empty when it was not found. In the order: GeoPDF or GeoTIFF, world file,
/// IMRO contour, grid crosses, scale. nullopt when not even a scale is known.
[[nodiscard]] std::optional<Placed> place(const MapSheet& sheet, const MultiPolygon& contour, const SheetSurroundings& around);

}  // namespace planlezer
