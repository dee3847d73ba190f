// The three dots that stand for a number in a legend: "…%", "h=…".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

struct Ellipsis {
    std::array<std::size_t, 3> dots{};  ///< components, left to right
    PixelBox box;
};

/// Three dots of one size at equal steps on a level line; a fourth makes them a dotted line.
/// \param used components that are something else
[[nodiscard]] std::vector<Ellipsis> find_ellipses(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used);

}  // namespace planlezer
