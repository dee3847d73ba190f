// The matrix symbols on a picture of a sheet, each number read twice.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/letters.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/ocr/engine.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// A number that was cut out of a sign, to be compared with its like.
struct SignNumber {
    std::size_t sign = 0;
    std::size_t cell = 0;
    std::size_t learnt = 0;  ///< its place among the lines the vote has learnt
    LetterLine line;
    std::vector<const Component*> letters;
    Reading reading;
    bool bitten = false;     ///< something may be missing: it touches the sign's line
};

struct RasterSigns {
    std::vector<MapSign> signs;
    std::vector<SignNumber> numbers;
};

/// Signs with something written in them, in points. Marks their components as used, their outline too when it stands alone.
/// A mark that touches its number is cut off from it: `ink` and `used` then grow.
/// \param used as long as ink.list
[[nodiscard]] RasterSigns raster_signs(const SheetRaster& raster, Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine);

/// The second reading of every number, once `vote` has learnt what the rest of the sheet has to teach.
void settle(RasterSigns& read, const SheetRaster& raster, const Components& ink, const LetterVote& vote, OcrEngine& engine);

}  // namespace planlezer
