// The percent sign among small letters: a slanted stroke between two small rings that are no letters by themselves.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

struct PercentSign {
    std::size_t stroke = 0;  ///< components
    std::size_t upper = 0;   ///< ring at its upper left
    std::size_t lower = 0;   ///< ring at its lower right
};

/// Only those of three pieces; where a ring touches the stroke it is a letter like any other.
/// \param used components that are something else
[[nodiscard]] std::vector<PercentSign> find_percent_signs(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used);

}  // namespace planlezer
