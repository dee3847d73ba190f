// The ground of a norm cut into pieces that do not overlap, and norms cut into files that are not too large.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "schemas/omgevingsplan/compose/norm_groups.hpp"

namespace planlezer::omgevingsplan {

/// Ground that the same members of a group hold on, by their index; no piece overlaps another.
struct Piece {
    MultiPolygon area;
    Bounds box;
    std::vector<std::size_t> members;
};
[[nodiscard]] std::vector<Piece> pieces_of(const std::vector<PlacedNorm>& members);

/// Groups, divided where the GML file of one would pass `most` bytes (LVBB1041): "... (deel 2)".
[[nodiscard]] std::vector<NormGroup> divided_by_size(std::vector<NormGroup> groups, std::size_t most);

}  // namespace planlezer::omgevingsplan
