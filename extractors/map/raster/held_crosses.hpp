// Grid crosses of which one arm runs into the coordinate printed beside them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/strokes.hpp"
#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

/// \param strokes in pixels
/// \return two lines for each, in points, the longer cut to the length of the other
[[nodiscard]] std::vector<SheetLine> held_crosses(const std::vector<Stroke>& strokes, const SheetRaster& raster);

}  // namespace planlezer
