// Reads again the signs of a picture that were read with doubt, by what the same sheet shows clearly elsewhere: how its
// signs are divided, where a number stands in each part, and its own digits and marks.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/raster_signs.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/ocr/engine.hpp"
#include "schemas/model/box.hpp"

namespace planlezer {

/// Signs that were read surely stay as they are; what is read here is told with doubt. Signs of which nothing was read go.
/// \pre the signs are settled
/// \param words boxes of texts of several letters, in points: a sign with words beside it stands in a legend, and holds letters
/// \return signs that were found only now, in points: what was read there as text is theirs
[[nodiscard]] std::vector<Box> reread_by_siblings(RasterSigns& found, const std::vector<Box>& words, const SheetRaster& raster, OcrEngine& engine);

}  // namespace planlezer
