// Reads the area out of the GML of an information object, such as the Pons that an omgevingsplan has already.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

#include "schemas/model/geometry.hpp"

namespace planlezer::omgevingsplan {

/// Every polygon of the file, in the order of the file, metres EPSG:28992, as it stands there: neither merged nor cleaned.
/// The text is what is wrong, in Dutch: no XML, another reference system, arcs, nothing in it. No network, no entities.
[[nodiscard]] std::variant<MultiPolygon, std::string> read_gio_area(const std::string& gml);

}  // namespace planlezer::omgevingsplan
