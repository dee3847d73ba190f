// How unlike an area of a sheet and a swatch of its legend are drawn.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

#include "schemas/model/map_sheet.hpp"

namespace planlezer {

inline constexpr double another_style = std::numeric_limits<double>::infinity();

/// Known by its colour or hatching, not by the line around it.
[[nodiscard]] bool is_field(const AreaStyle& style);

/// \param grounds colours that the line of the area lies on, on a picture
/// \return 0 for the same, `another_style` when it cannot be drawn by that line of the legend
[[nodiscard]] double style_difference(const AreaStyle& area, const AreaStyle& swatch, const std::vector<Rgb>& grounds);

/// CIE76 colour difference: 2 is just visible, 10 is another shade, 25 another colour.
[[nodiscard]] double colour_difference(const Rgb& a, const Rgb& b);

}  // namespace planlezer
