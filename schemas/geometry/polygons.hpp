// What can be asked of polygons, and made of them: area, containment, overlap, clean outlines.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All in one plane and one unit, that of the caller: metres RD or points of a sheet. GEOS does the work. What GEOS
// cannot make sense of (a ring of two points, not-finite numbers) counts as empty: nothing here throws for geometry.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "schemas/model/geometry.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct Bounds {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
};

[[nodiscard]] double area(const MultiPolygon& shape);
/// Of all rings, holes too.
[[nodiscard]] double perimeter(const MultiPolygon& shape);
/// All zero when empty.
[[nodiscard]] Bounds bounds(const MultiPolygon& shape);

/// They share more than an edge.
[[nodiscard]] bool meet(const Bounds& a, const Bounds& b);

/// A point on the edge is inside.
[[nodiscard]] bool contains(const MultiPolygon& shape, Point point);
/// 0 inside; infinite when empty.
[[nodiscard]] double distance(const MultiPolygon& shape, Point point);
/// A point well inside the largest part; {0, 0} when empty.
[[nodiscard]] Point interior_point(const MultiPolygon& shape);

[[nodiscard]] MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b);
[[nodiscard]] MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b);
/// The outer rings alone.
[[nodiscard]] MultiPolygon without_holes(MultiPolygon shape);
/// Parts that touch or overlap become one.
[[nodiscard]] MultiPolygon merged(std::span<const MultiPolygon> shapes);
/// What keeps it from being valid as simple features have it (rings that cross, holes outside, parts that overlap), in the words of GEOS;
/// nullopt when nothing does.
[[nodiscard]] std::optional<std::string> invalidity(const MultiPolygon& shape);
/// Grown by `distance` with sharp corners; shrunk when negative.
[[nodiscard]] MultiPolygon grown(const MultiPolygon& shape, double distance);
/// Area of the overlap over area of both together, 0 to 1.
[[nodiscard]] double overlap_ratio(const MultiPolygon& a, const MultiPolygon& b);

/// Valid, on a grid of `step`, outer rings counter-clockwise (y up) and holes clockwise; parts and holes narrower than
/// `sliver` (twice area over perimeter) are gone. Same shape, same order of rings and points.
[[nodiscard]] MultiPolygon cleaned(const MultiPolygon& shape, double step = 0.001, double sliver = 0.0);

[[nodiscard]] Point transformed(Point point, const Affine& affine);
/// Point by point; a mirroring affine turns rings round, which cleaned() puts right.
[[nodiscard]] MultiPolygon transformed(const MultiPolygon& shape, const Affine& affine);

}  // namespace planlezer
