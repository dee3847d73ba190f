// The shape of one gml geometry, and what of it is no simple feature or no number.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/model/geometry.hpp"
#include "schemas/omgevingsplan/validate/xml/element.hpp"

namespace planlezer::omgevingsplan::validation {

enum class ShapeKind { point, line, area, other };

struct ShapeFault {
    Element at;
    std::string message;  ///< Dutch
};

struct GmlShape {
    ShapeKind kind = ShapeKind::other;
    MultiPolygon area;  ///< of an area: one polygon a gml:Polygon or patch
    std::vector<Point> points;  ///< all coordinates, in the order and unit of the file
    std::vector<ShapeFault> faults;  ///< empty: the shape was read whole
    bool fine = false;  ///< some coordinate has more than three decimals
};

[[nodiscard]] GmlShape read_shape(Element geometry);

}  // namespace planlezer::omgevingsplan::validation
