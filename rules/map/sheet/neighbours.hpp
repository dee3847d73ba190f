// Lets the bestemmingen of a sheet share their edges: no ground has two of them, and none lies lost between two.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// A bestemming within another is cut out of it; narrow strips that two share go to the smaller, narrow gaps to the
/// neighbour they touch most. Where two overlap by more, both are in doubt. Areas in metres.
void settle_neighbours(std::vector<PlanObject>& objects);

}  // namespace planlezer
