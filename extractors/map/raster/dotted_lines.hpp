// Rows of round dots that make a line together, as draughtsmen dot the boundary of a class; no hatching of dots.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/raster_lines.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

/// Marks the dots that are strewn over an area as used.
void set_aside_strewn_dots(const SheetRaster& raster, const Components& ink, std::vector<bool>& used);

/// \param used components that are letters or signs; the dots of a line are marked too
[[nodiscard]] std::vector<DashChain> dotted_lines(const SheetRaster& raster, const Components& ink, std::vector<bool>& used);

}  // namespace planlezer
