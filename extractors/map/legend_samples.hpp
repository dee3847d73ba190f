// The small boxes, signs and pieces of line of a sheet that may be samples in a legend.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

struct LegendSample {
    Box box;
    AreaStyle style;
    std::optional<MapSign> sign;
};

/// Sorted by their place, top down. What lies on one place is one sample.
[[nodiscard]] std::vector<LegendSample> legend_samples(const SheetParts& parts);

}  // namespace planlezer
