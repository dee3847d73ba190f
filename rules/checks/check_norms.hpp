// Checks norms against each other: contradictions, a goothoogte above its bouwhoogte, repeats.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// Flags pairs of norms of one plan that cannot both be used unseen, and sets them to review.
void check_norms(PlanResult& result);

}  // namespace planlezer
