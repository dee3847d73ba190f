// Plane geometry as all layers share it: points, rings, polygons. The unit is said where they are used.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace planlezer {

struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// Without the closing repeat of the first point.
using Ring = std::vector<Point>;

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// The parts do not overlap.
using MultiPolygon = std::vector<Polygon>;

}  // namespace planlezer
