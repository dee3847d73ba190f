// Where a pixel of a cleaned-up picture lay on the original: a plane transform that can be chained and undone.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "schemas/model/box.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// A projective map of the plane (a 3x3 matrix by rows); straight lines stay straight.
class Mapping {
  public:
    /// The identity.
    Mapping() = default;
    explicit Mapping(const std::array<double, 9>& m) : m_(m) {}

    [[nodiscard]] static Mapping scaled(double x, double y) { return Mapping({x, 0, 0, 0, y, 0, 0, 0, 1}); }
    [[nodiscard]] static Mapping shifted(double x, double y) { return Mapping({1, 0, x, 0, 1, y, 0, 0, 1}); }
    /// From the picture after `quarter_turns` clockwise turns back to the one before, whose size is given in pixels.
    [[nodiscard]] static Mapping unturned(int quarter_turns, double width, double height);
    /// Rotates by `radians` about a centre; positive is clockwise on the screen (y down).
    [[nodiscard]] static Mapping rotated(double radians, Point centre);
    /// Takes the corners of a w x h picture (top left, top right, bottom right, bottom left) to the four points.
    [[nodiscard]] static Mapping to_corners(double width, double height, const std::array<Point, 4>& corners);

    /// First this, then `next`.
    [[nodiscard]] Mapping then(const Mapping& next) const;
    [[nodiscard]] Point operator()(Point p) const;
    /// The smallest upright box around the mapped corners.
    [[nodiscard]] Box operator()(const Box& box) const;

  private:
    std::array<double, 9> m_{1, 0, 0, 0, 1, 0, 0, 0, 1};
};

}  // namespace planlezer
