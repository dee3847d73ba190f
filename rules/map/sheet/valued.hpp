// A sign that says something, and the area it says it of.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "rules/map/sheet/governs.hpp"
#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan_map.hpp"

namespace planlezer {

struct Valued {
    const MapSign* sign = nullptr;
    std::vector<MapValue> values;
    Governed governed;
};

/// All that stands in a sign, as a planner is told of it.
[[nodiscard]] std::string words_on(const MapSign& sign);

}  // namespace planlezer
