// Sorts what was found on a page into map, legend and furniture, and says how surely it is a map sheet at all.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/map/sheet_parts.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// From here on a page counts as a map sheet.
inline constexpr double is_a_map = 0.5;

[[nodiscard]] MapSheet assemble_sheet(SheetParts parts);

}  // namespace planlezer
