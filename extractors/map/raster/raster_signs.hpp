// The matrix symbols on a picture of a sheet: their shape, their parts and what is written in each.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/sign_numbers.hpp"
#include "extractors/ocr/engine.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Where a sign stands and what its lines part, in pixels.
struct SignPlace {
    SignShape shape = SignShape::none;  ///< of its inner line
    Point centre;
    double side = 0;
    std::vector<PixelBox> parts;        ///< by rows, then columns
    double turned = 0;                  ///< degrees by which the lines that part a circle stand turned, or half a turn more; 0 when they are level
};

struct RasterSigns {
    std::vector<MapSign> signs;
    std::vector<SignPlace> places;    ///< of each sign
    std::vector<SignNumber> numbers;
};

/// Signs with something written in them, in points. Marks their components as used, their outline too when it stands alone.
/// A mark that touches its number is cut off from it: `ink` and `used` then grow.
/// \param used as long as ink.list
[[nodiscard]] RasterSigns raster_signs(const SheetRaster& raster, Components& ink, std::vector<bool>& used, LetterVote& vote, OcrEngine& engine);

}  // namespace planlezer
