// The codes of the legend's fields, where they stand on the map.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/legend.hpp"
#include "extractors/map/raster/raster_areas.hpp"
#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

/// The head of an arrow looks like an A: a capital by itself where a leader line ends is none. \param parts with where its signs point at
void drop_leader_heads(SheetParts& parts);

[[nodiscard]] std::vector<GroundLetters> letters_of_grounds(const SheetParts& parts, const Legend& legend);

}  // namespace planlezer
