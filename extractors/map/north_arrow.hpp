// Finds the north arrow and how it points.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

struct NorthArrow {
    Box box;           ///< points
    double angle = 0;  ///< degrees counter-clockwise from up to its point
};

/// \param legend where no arrow is looked for
[[nodiscard]] std::optional<NorthArrow> north_arrow(const SheetParts& parts, const std::vector<Box>& legend);

}  // namespace planlezer
