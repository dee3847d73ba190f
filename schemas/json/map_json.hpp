// Areas and plan maps as JSON: GeoJSON geometry in metres RD, and what a map holds.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "schemas/json/json_layout.hpp"
#include "schemas/model/geometry.hpp"
#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// A GeoJSON MultiPolygon, rings closed, three decimals (EPSG:28992, so not RFC 7946's WGS 84); null when empty.
[[nodiscard]] Json geometry_json(const MultiPolygon& area);
/// What geometry_json wrote, or a Polygon; null is empty. nullopt for anything else.
[[nodiscard]] std::optional<MultiPolygon> read_geometry(const Json& json);

[[nodiscard]] Json plan_map_json(const PlanMap& map);
[[nodiscard]] std::optional<PlanMap> read_plan_map(const Json& json);

}  // namespace planlezer
