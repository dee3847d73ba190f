// Finds circles, squares, triangles and boxes on a picture by what they enclose, also when lines divide them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/sign_shape.hpp"

namespace planlezer {

/// One part of a sign: what lies between its lines.
struct OutlinePart {
    PixelBox box;       ///< pixels
    Ring hull;          ///< pixels
    double bitten = 0;  ///< share of it that something touching the line takes away
};

struct RasterOutline {
    Outline outline;                  ///< pixels
    std::vector<OutlinePart> parts;
};

/// \param holes what the ink encloses
[[nodiscard]] std::vector<RasterOutline> raster_outlines(const SheetRaster& raster, const Components& holes);

}  // namespace planlezer
