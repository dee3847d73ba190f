// The dots and arrow heads in which leader lines end on a picture, and the straight line that comes from each.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/box.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// Something small, round or pointed, and filled with ink, that only thin lines touch. In pixels.
struct LeaderHead {
    Point middle;
    std::vector<double> ways;  ///< radians, of the lines that touch it, clockwise from the x axis as seen
};

[[nodiscard]] std::vector<LeaderHead> find_leader_heads(const SheetRaster& raster);

/// What a line may lead from, in pixels.
struct LeaderStart {
    Box box;
    bool round = false;
};

struct HeadedLeader {
    std::size_t start = 0;  ///< which of the starts
    Point tip;              ///< pixels: the middle of a dot, the point of an arrow
};

/// For each head with one, the straight line to the first start that it meets and aims at; of several met at once the first in the list.
[[nodiscard]] std::vector<HeadedLeader> headed_leaders(const SheetRaster& raster, const std::vector<LeaderHead>& heads, const std::vector<LeaderStart>& starts);

/// True when a head lies in the middle of a box, and a line goes out of the box from it, and none on the same way on the other side: a place to which
/// something leads. A small bouwvlak may look like a sign, and the dot in it like a digit. \param box pixels
[[nodiscard]] bool is_led_to(const SheetRaster& raster, const std::vector<LeaderHead>& heads, const Box& box);

}  // namespace planlezer
