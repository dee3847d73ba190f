// Reads again the signs of a picture that were read with doubt, by what the same sheet shows clearly elsewhere: how its
// signs are divided, where a number stands in each part, and its own digits and marks.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/map/raster/raster_signs.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/ocr/engine.hpp"

namespace planlezer {

/// What was read surely stays as it is. A value that only this reading has is told with doubt; one that agrees with an
/// earlier reading is sure. Signs of which nothing was read go. \pre the signs are settled
void reread_by_siblings(RasterSigns& found, const SheetRaster& raster, OcrEngine& engine);

}  // namespace planlezer
