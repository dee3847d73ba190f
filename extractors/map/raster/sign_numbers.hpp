// The numbers cut out of the signs of a sheet, each read twice.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/letters.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/ocr/engine.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// A small mark over or under a number.
struct NumberMark {
    SignMark mark = SignMark::none;
    bool above = false;
    double confidence = 0;
    PixelBox box;
};

/// A number that was cut out of a sign, to be compared with its like.
struct SignNumber {
    std::size_t sign = 0;
    std::size_t cell = 0;
    std::size_t learnt = 0;  ///< its place among the lines the vote has learnt
    LetterLine line;
    std::vector<const Component*> letters;
    Reading reading;
    std::vector<NumberMark> marks;
    bool bitten = false;     ///< something may be missing: it touches the sign's line
};

/// True when a digit is in it.
[[nodiscard]] bool is_counted(const std::string& text);

/// As a word, which may be letters; a sign nearly always holds a number, so else as one.
[[nodiscard]] Reading first_reading(const SignNumber& cut, const SheetRaster& raster, const Components& ink, OcrEngine& engine);

/// The second reading of every number, once `vote` has learnt what the rest of the sheet has to teach.
void settle(const std::vector<SignNumber>& numbers, std::vector<MapSign>& signs, const SheetRaster& raster, const Components& ink, const LetterVote& vote,
            OcrEngine& engine);

}  // namespace planlezer
