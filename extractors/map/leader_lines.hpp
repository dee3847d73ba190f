// Lines that lead from a sign or label to the small area it stands for.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

/// Sets MapSign::points_at where a line starts at the sign and ends free, or in an arrow head or a dot.
void follow_leader_lines(std::vector<MapSign>& signs, const std::vector<SheetLine>& lines);

}  // namespace planlezer
