// Finds the legend of a sheet: swatches and signs in a column, each with its words beside it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

struct Legend {
    std::vector<LegendEntry> entries;  ///< in columns, top down
    std::vector<Box> blocks;           ///< points; where nothing belongs to the map
    bool headed = false;               ///< "Legenda", "Verklaring" stands over it
};

[[nodiscard]] Legend find_legend(const SheetParts& parts);

}  // namespace planlezer
