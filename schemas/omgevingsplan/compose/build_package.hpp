// From what was read of a plan to its delivery for the omgevingsplan.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "schemas/model/plan_result.hpp"
#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

/// In the form of the settings. Accepted rules go in; every other norm is in `left_out` with its reason. Norms without a place
/// get the area of the plan, which `remarks` says; a plan without any place gets text alone.
[[nodiscard]] Package build_package(const PlanResult& plan, const Settings& settings);

/// Several plans in the form `norms`: one short article a norm, its values by place.
[[nodiscard]] Package build_joined_package(std::span<const PlanResult> plans, const Settings& settings);

/// The drawn boundary of the plan, from IMRO when there is one, else from its sheets; empty when no map tells it.
[[nodiscard]] MultiPolygon plan_area(const PlanResult& plan);

}  // namespace planlezer::omgevingsplan
