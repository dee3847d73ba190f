// The small marks of a sign on a picture: arc, triangle, caret, line, told by the outline of their ink.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "extractors/map/raster/components.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct RasterMark {
    SignMark mark = SignMark::none;
    double confidence = 0;  ///< 0-1
};

/// \param runs of one component, upright
[[nodiscard]] RasterMark raster_mark(std::span<const PixelRun> runs, const PixelBox& box);

}  // namespace planlezer
