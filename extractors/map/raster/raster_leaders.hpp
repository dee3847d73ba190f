// Follows the line that leads from a sign on a picture to the place it stands for.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/sheet_parts.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Sets MapSign::points_at of signs with a shape, and drops lines that run on beneath a sign: they lead nowhere.
/// \param signs in points
void follow_raster_leaders(const SheetRaster& raster, std::vector<MapSign>& signs, std::vector<SheetLine>& lines);

}  // namespace planlezer
