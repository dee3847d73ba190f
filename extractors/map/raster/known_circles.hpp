// Circles of a size that the sheet is known to have, found by their line alone: also where borders and hatching cut it up.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

struct KnownCircle {
    Point centre;     ///< pixels
    double side = 0;  ///< pixels across, within its line
};

/// \param sides of circles that were found by what they enclose
/// \param taken middles of signs that are known already
[[nodiscard]] std::vector<KnownCircle> find_known_circles(const SheetRaster& raster, const std::vector<double>& sides, const std::vector<Point>& taken);

}  // namespace planlezer
