// Which straight strokes on a picture hatch an area: thin, side by side at one distance, and no border of anything.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/strokes.hpp"

namespace planlezer {

/// All thin strokes of a sheet, also pale ones of which there is ink here and there only.
struct ThinStrokes {
    PixHandle darkness;  ///< 8 bit: by how much each pixel is darker than the ground to both sides of a thin line
    std::vector<Stroke> strokes;  ///< weighed
};

[[nodiscard]] ThinStrokes thin_strokes(const SheetRaster& raster);

/// The strokes that belong to hatching.
[[nodiscard]] std::vector<Stroke> hatch_lines(const std::vector<Stroke>& strokes, const SheetRaster& raster);

}  // namespace planlezer
