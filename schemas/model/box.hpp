// A rectangle on a page, in the one coordinate system all layers share.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace planlezer {

/// Points (1/72 inch), origin top left of the page as displayed, y down; x0 <= x1 and y0 <= y1.
struct Box {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;

    [[nodiscard]] double width() const { return x1 - x0; }
    [[nodiscard]] double height() const { return y1 - y0; }
    [[nodiscard]] double mid_x() const { return (x0 + x1) / 2; }
    [[nodiscard]] double mid_y() const { return (y0 + y1) / 2; }
    friend bool operator==(const Box&, const Box&) = default;
};

/// The smallest box around both.
[[nodiscard]] inline Box united(const Box& a, const Box& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

}  // namespace planlezer
