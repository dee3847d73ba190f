// Rows of letters on a picture that stand at an angle, as values written along the parcel do.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

/// Letters of one base line with the points and commas beside them.
struct TurnedRow {
    std::vector<std::size_t> members;  ///< components
    double angle = 0;                  ///< degrees counter-clockwise of the base line, over -90 up to 90
    Box box;                           ///< pixels, of the sheet turned by -angle about its corner, where the base line is level
};

/// None that is level. \param used components that are no letters of the map
[[nodiscard]] std::vector<TurnedRow> turned_rows(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used);

}  // namespace planlezer
