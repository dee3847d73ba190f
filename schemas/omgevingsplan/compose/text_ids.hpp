// eId and wId of every element of the text (STOP, GUIDE: identificatie van tekstelementen).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

/// Gives every part, list, item, table and reference its eId and wId: numbers as printed, else by place ("o_1"), "_inst2"
/// behind what is taken. `prefix` is put before the wIds: "gm9920_0a1b".
void give_ids(std::vector<Part>& parts, const std::string& prefix);

}  // namespace planlezer::omgevingsplan
