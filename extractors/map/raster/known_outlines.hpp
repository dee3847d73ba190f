// Circles and squares of a size that the sheet is known to have, found by their line alone: also where borders and hatching cut
// it up.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/geometry.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct KnownOutline {
    Point centre;     ///< pixels
    double side = 0;  ///< pixels across, within its line
};

/// \param shape circle or square \param sides of those that were found by what they enclose
/// \param taken middles of signs that are known already
[[nodiscard]] std::vector<KnownOutline> find_known_outlines(const SheetRaster& raster, SignShape shape, const std::vector<double>& sides,
                                                            const std::vector<Point>& taken);

/// True when a square of about this size is drawn about a place, a pixel or two aside. \param side pixels across, within its line
[[nodiscard]] bool is_square_drawn(const SheetRaster& raster, const Point& centre, double side);

}  // namespace planlezer
