// Numbers that stand on their side on a picture, as the coordinates along the left and right edge of many sheets do.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/text_runs.hpp"
#include "extractors/ocr/engine.hpp"

namespace planlezer {

/// Rows of digits, one above the other, each turned a quarter: numbers of five or six digits. Their ink becomes used.
[[nodiscard]] std::vector<TextRun> upright_numbers(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, OcrEngine& engine);

}  // namespace planlezer
