// What may be wrong on a sheet though each sign and each line was read well: a person must look.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "rules/map/sheet/areas.hpp"
#include "rules/map/sheet/legend.hpp"
#include "rules/map/sheet/valued.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct Doubt {
    std::string detail;            ///< Dutch, for the planner
    const MapSign* sign = nullptr; ///< where to look
};

/// Lowers the confidence of values in doubt; joins areas, and gives a value to more of them, where that is likelier than what was read.
[[nodiscard]] std::vector<Doubt> find_doubts(const MapSheet& sheet, const Legend& legend, std::vector<SheetArea>& areas, std::vector<Valued>& valued);

}  // namespace planlezer
