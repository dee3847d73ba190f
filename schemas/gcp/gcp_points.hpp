// The control points of a map sheet as QGIS' georeferencer opens them, for a person to place the sheet better.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// A .points file of QGIS 3: metres RD and pixels, y down as negative numbers. A drawing has no pixels of its own:
/// they are those of the 150 dpi at which GDAL opens a PDF. Header only when no point is known.
[[nodiscard]] std::string gcp_points(const PlanMap& map);

}  // namespace planlezer
