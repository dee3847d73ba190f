// From what is drawn on a map sheet to what the plan says there: objects with area and value, placed on the earth.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/map/sheet/placement.hpp"
#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan_map.hpp"
#include "schemas/rulebook/map_book.hpp"

namespace planlezer {

/// What no reading could place or explain is in the flags, never in the objects. Areas are clean: valid, outer rings
/// counter-clockwise, three decimals.
[[nodiscard]] PlanMap read_sheet(const MapSheet& sheet, const SheetSurroundings& around, const MapBook& book);

}  // namespace planlezer
