// Broken lines of the legend on a picture: the dashes of a level row make one sample together.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/raster_lines.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

/// Adds the level rows of dashes and dots as lines, and makes level pieces on one line, a gap apart, into one of dashes.
void add_broken_samples(const SheetRaster& raster, const std::vector<DashChain>& chains, std::vector<SheetLine>& lines);

}  // namespace planlezer
