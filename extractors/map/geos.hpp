// Overlays of areas by GEOS, behind plain types: valid results, or nothing when GEOS cannot.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "schemas/model/geometry.hpp"

namespace planlezer::geos {

/// The rings as one area, inside where an odd number of them (or, with `nonzero`, a sum of turns that is not zero) runs
/// around a place.
[[nodiscard]] MultiPolygon filled(const std::vector<Ring>& rings, bool nonzero);
[[nodiscard]] MultiPolygon common(const MultiPolygon& a, const MultiPolygon& b);
[[nodiscard]] MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b);
[[nodiscard]] MultiPolygon joined(const std::vector<MultiPolygon>& parts);
/// The area within `reach` of the lines, with flat ends.
[[nodiscard]] MultiPolygon around(const std::vector<Ring>& lines, double reach);
/// Grown by `by`; shrunk when negative.
[[nodiscard]] MultiPolygon grown(const MultiPolygon& shape, double by);

/// A place inside, away from the edge.
[[nodiscard]] Point point_inside(const Polygon& shape);

/// The faces that lines enclose once they are cut where they meet. Ends closer than `snap` to a line reach it.
[[nodiscard]] std::vector<Polygon> faces(const std::vector<Ring>& lines, double snap);

}  // namespace planlezer::geos
