// Where there is ink on a picture of a sheet: at a place, and across a line that is followed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>

#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// False outside the picture. \param x, y pixels
[[nodiscard]] bool is_ink(const SheetRaster& raster, double x, double y);

struct InkAcross {
    const SheetRaster& raster;
    double reach = 0;  ///< pixels by which the line may lie beside the place
    double most = 0;   ///< pixels of ink that are followed

    /// Where the ink across the way begins and ends, in pixels from the place, to its left negative; nothing when there is none.
    /// \param way of length 1
    [[nodiscard]] std::optional<std::pair<double, double>> at(const Point& place, const Point& way) const;
};

}  // namespace planlezer
