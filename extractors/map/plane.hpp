// Small plane geometry of the map readers: points of the sheet, y down, angles counter-clockwise as a reader sees them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "schemas/model/box.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer::plane {

[[nodiscard]] double distance(const Point& a, const Point& b);
/// Of the segment a-b.
[[nodiscard]] double distance_to_segment(const Point& p, const Point& a, const Point& b);
[[nodiscard]] Point middle(const Box& box);
[[nodiscard]] Box box_of(const Ring& points);
[[nodiscard]] Box grown(const Box& box, double by);
[[nodiscard]] bool holds(const Box& box, const Point& p);
[[nodiscard]] bool meet(const Box& a, const Box& b);
/// The part both cover; of no size when they do not meet.
[[nodiscard]] Box common(const Box& a, const Box& b);

/// Square units; positive when the ring runs counter-clockwise as seen (y down).
[[nodiscard]] double signed_area(const Ring& ring);
[[nodiscard]] double area(const Ring& ring);
[[nodiscard]] double area(const MultiPolygon& shape);
[[nodiscard]] Box box_of(const MultiPolygon& shape);
/// True for a box that stands upright, or leans by up to a degree as a scan may. \param share of its box that it fills
[[nodiscard]] bool is_box(const Ring& ring, double share);
[[nodiscard]] Point centroid(const Ring& ring);
[[nodiscard]] bool holds(const Ring& ring, const Point& p);
[[nodiscard]] bool holds(const MultiPolygon& shape, const Point& p);

/// Turned about `centre`, counter-clockwise as seen. \param degrees any
[[nodiscard]] Point turned(const Point& p, const Point& centre, double degrees);
/// Of the way from a to b, degrees counter-clockwise from the x axis, -180 to 180.
[[nodiscard]] double direction(const Point& a, const Point& b);
/// The smallest turn between two directions, 0 to 180. \param period 180 for lines, 360 for arrows
[[nodiscard]] double turn_between(double a, double b, double period = 360);

/// Where the lines through a and b, and through c and d, meet; nothing when they run side by side.
[[nodiscard]] std::optional<Point> crossing(const Point& a, const Point& b, const Point& c, const Point& d);

/// The convex ring around all points.
[[nodiscard]] Ring hull_of(Ring points);

/// The pieces of an open line that lie in the box.
[[nodiscard]] std::vector<Ring> clipped(const Ring& line, const Box& box);

/// Douglas-Peucker: no point left out lies further than `tolerance` from the result.
[[nodiscard]] Ring simplified_line(const Ring& points, double tolerance);
[[nodiscard]] Ring simplified_ring(const Ring& ring, double tolerance);

}  // namespace planlezer::plane
