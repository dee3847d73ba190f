// Reads signs whose division stands at an angle, as they are drawn along a parcel: each is cut out and turned level.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/raster_signs.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/ocr/engine.hpp"

namespace planlezer {

/// Gives divided circles that stand turned the cells that they have upright; their numbers go from `found`, so that nothing reads
/// them again as they lie. \param vote knows letters of the sheet
void read_turned_signs(RasterSigns& found, const SheetRaster& raster, const LetterVote& vote, OcrEngine& engine);

}  // namespace planlezer
