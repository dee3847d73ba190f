// A white sheet for what is cut out of another one and turned level.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

/// Times the size of `from` at which small letters are read best: 1 or 2.
[[nodiscard]] int level_scale(const SheetRaster& from);

/// With ink and grey, no blocks. \param scale its pixels in one of `from`'s \param width of it, in pixels
[[nodiscard]] SheetRaster level_sheet(const SheetRaster& from, int scale, int width, int height);

}  // namespace planlezer
