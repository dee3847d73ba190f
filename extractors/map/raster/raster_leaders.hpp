// Follows the line that leads from a sign on a picture to the place it stands for.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Sets MapSign::points_at of signs with a shape. \param signs in points
void follow_raster_leaders(const SheetRaster& raster, std::vector<MapSign>& signs);

}  // namespace planlezer
