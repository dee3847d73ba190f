// The areas on a picture of a sheet: faces joined by colour across the lines inside them, and by the lines around them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/partition.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/walls.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Letters of the legend where they stand on the map.
struct GroundLetters {
    std::string text;
    Point at;  ///< points
};

/// In points, the largest first. \param letters of bestemmingen: a ground with two kinds of them is parted
[[nodiscard]] std::vector<MapArea> raster_areas(const SheetRaster& raster, const ColourClasses& classes, const Walls& walls, const Partition& partition, const std::vector<GroundLetters>& letters = {});

}  // namespace planlezer
