// The matrix symbols on a picture of a sheet, each number read twice.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/ocr/engine.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Signs with something written in them, in points. Marks their components as used, their outline too when it stands alone.
/// \param used as long as ink.list
[[nodiscard]] std::vector<MapSign> raster_signs(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, OcrEngine& engine);

}  // namespace planlezer
