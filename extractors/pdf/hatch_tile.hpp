// What pattern a tile makes when a fill repeats it: parallel lines, crossed lines or dots.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/pdf/drawing.hpp"

namespace planlezer {

/// \param tile what one tile draws, points of the page; \param step_x, step_y from one tile to the next, points
[[nodiscard]] HatchPattern hatch_of_tile(const std::vector<DrawnPath>& tile, Point step_x, Point step_y);

}  // namespace planlezer
