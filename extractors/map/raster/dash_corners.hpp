// Where two rows of dashes meet in a corner that no dash fills.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "schemas/model/geometry.hpp"

namespace planlezer {

/// An end of a row of dashes, in pixels.
struct DashEnd {
    Point from;        ///< the other end of its last dash
    Point tip;
    double reach = 0;  ///< how far ahead it may meet another; 0 for none
    int kind = 0;      ///< of its dashes: those of two kinds do not meet; 0 may be any
};

/// \return of each end the corner it goes on to: nothing where no other end of `ends` has its nearest corner with it
[[nodiscard]] std::vector<std::optional<Point>> dash_corners(const std::vector<DashEnd>& ends);

}  // namespace planlezer
