// A sheet beside the IMRO of the same plan: where they give different values, a person must know.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/map/join/ground.hpp"
#include "rules/map/join/ledger.hpp"
#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// One flag a disagreement, with the values of text, map and IMRO side by side, on every norm that took over the
/// IMRO's value. A sheet that lies nowhere on earth is not compared.
void compare_with_sheet(const PlanMap& sheet, Ground& ground, const Ledger& imro, PlanResult& result);

}  // namespace planlezer
