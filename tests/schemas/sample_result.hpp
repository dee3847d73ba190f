// One small plan with something of everything, for the tests of the writers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/model/plan_result.hpp"

namespace planlezer::testing {

/// Three documents (one with a failed page, one unreadable), two articles, four norms, five flags.
[[nodiscard]] PlanResult sample_result();

}  // namespace planlezer::testing
