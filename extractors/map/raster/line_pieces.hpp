// Straight, slender components of a picture, such as dashes are, and those that go round a corner.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// A straight, slender component, or an arm of a bent one, in pixels.
struct LinePiece {
    std::size_t component = 0;
    Point a;
    Point b;
    double width = 0;
    double length = 0;
};

/// Nothing when the component is no straight line. \param id its place in `ink`
[[nodiscard]] std::optional<LinePiece> piece_of(const Component& component, const Components& ink, std::size_t id);

/// The two arms of a dash that lies in the corner of a dashed line, each from the corner; none when it is no such dash.
[[nodiscard]] std::vector<LinePiece> bent_dash(const Component& component, const Components& ink, std::size_t id);

}  // namespace planlezer
