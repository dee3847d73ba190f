// Joins the rules of a plan with its maps: values that stand only on a map, the area of every norm, disagreements.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "schemas/model/plan_map.hpp"
#include "schemas/model/plan_result.hpp"
#include "schemas/rulebook/map_book.hpp"

namespace planlezer {

/// All maps of the plan, `file` of each set. An IMRO GML that has values or bestemmingen is the authority for them,
/// sheets come next. The maps become those of the result, their flags too; without a map every norm that awaits one
/// says so.
void join_maps(std::vector<PlanMap> maps, const MapBook& book, PlanResult& result);

}  // namespace planlezer
