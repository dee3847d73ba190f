// The maps among the documents of a plan: its IMRO, and its sheets with what lies beside them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/read_plan.hpp"

namespace planlezer {

/// IMRO first, then the sheets by file and page. Duplicates are left out.
[[nodiscard]] std::vector<PlanMap> read_maps(const PlanInput& input, const RuleBook& book);

}  // namespace planlezer
