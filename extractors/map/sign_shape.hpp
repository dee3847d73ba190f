// Tells by its outline whether a closed line is a circle, a square, a triangle or a pill, whoever drew it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "schemas/model/box.hpp"
#include "schemas/model/geometry.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct Outline {
    SignShape shape = SignShape::none;  ///< circle, square, box, diamond, hexagon, house, triangle_up, triangle_down or pill
    Box box;                            ///< points
    Point centre;
    double angle = 0;                   ///< degrees counter-clockwise; 0 for a circle; of a triangle from its base
    double side = 0;                    ///< points: diameter or height
    Ring ring;
};

/// \param blur how far the points may lie from the true shape, points: 0 for a drawing, a pixel for a scan
[[nodiscard]] std::optional<Outline> outline_of(const Ring& ring, double blur);

}  // namespace planlezer
