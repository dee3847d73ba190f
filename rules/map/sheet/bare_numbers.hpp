// A number without a frame is a value only where the legend shows such a number: one of another size numbers a house.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/map/sheet/legend.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Nothing but figures, and nothing drawn around them; of a coordinate that was read in part it may be two numbers.
[[nodiscard]] bool is_bare_number(const MapSign& sign);

/// Points: the height of its figures, also when it stands at an angle; 0 when that cannot be told.
[[nodiscard]] double figure_height(const MapSign& sign);

enum class NumberSize { as_in_legend, in_doubt, other };

/// \pre the legend shows a bare number
[[nodiscard]] NumberSize size_of_number(const MapSign& sign, const Legend& legend);

}  // namespace planlezer
