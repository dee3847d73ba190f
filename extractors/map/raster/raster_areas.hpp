// The areas on a picture of a sheet: faces joined by colour across the lines inside them, and by the lines around them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/partition.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/walls.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// In points, the largest first.
[[nodiscard]] std::vector<MapArea> raster_areas(const SheetRaster& raster, const ColourClasses& classes, const Walls& walls, const Partition& partition);

}  // namespace planlezer
