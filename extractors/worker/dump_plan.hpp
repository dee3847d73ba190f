// Shows the plan of an IMRO GML as JSON, an object a line, for looking at and for tests.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// To standard output.
void dump_plan(const PlanMap& plan);

}  // namespace planlezer
