// A sheet drawn lying on its side: set upright to be read, and laid back as it is displayed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/pdf/drawing.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Quarter turns clockwise that set most of the writing upright, 0 to 3.
[[nodiscard]] int turns_to_upright(const Drawing& drawing);

/// \param turns quarter turns clockwise, 0 to 3
[[nodiscard]] Drawing turned(Drawing drawing, int turns);
[[nodiscard]] MapSheet turned(MapSheet sheet, int turns);

}  // namespace planlezer
