// The sample of a bouwgrens with ticks to its inner side, as a legend shows it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

struct TickedLine {
    Point from;        ///< pixels
    Point to;
    double width = 0;  ///< pixels, without the ticks
};

/// One line, level or nearly so, over the whole of its width, with teeth on one of its sides; nothing when it is anything else.
[[nodiscard]] std::optional<TickedLine> ticked_line(const Component& component, const Components& ink, const SheetRaster& raster);

}  // namespace planlezer
