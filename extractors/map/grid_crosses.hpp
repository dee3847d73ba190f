// Grid crosses with RD coordinates printed beside them or along the edge of the sheet.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

[[nodiscard]] std::vector<ControlPoint> grid_crosses(const SheetParts& parts);

}  // namespace planlezer
