// The areas of GML 3.1 and 3.2: surfaces, polygons and their rings, straight and curved.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "extractors/gml/libxml.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// An area in metres RD, and what of it could not be read.
struct GmlArea {
    MultiPolygon area;  ///< cleaned
    std::string fault;  ///< Dutch, a part of a sentence; empty when all was read
};

/// All polygons below the node. A part that cannot be read whole is left out: half a border bounds something else.
[[nodiscard]] GmlArea read_area(const xmlNode* node);

/// The first gml:pos below the node.
[[nodiscard]] std::optional<Point> read_point(const xmlNode* node);

}  // namespace planlezer
