// Bouwvlakken that touch in one corner: a single outline drawn through a point has two insides.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "rules/map/sheet/areas.hpp"

namespace planlezer {

/// The bouwvlakken that meet one in a corner and nowhere else.
[[nodiscard]] std::vector<std::size_t> corner_neighbours(const std::vector<SheetArea>& areas, std::size_t bouwvlak);

}  // namespace planlezer
