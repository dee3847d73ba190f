// One line of letters on a picture and what it says: read by Tesseract, by bars of a Roman numeral, by the rest of the sheet.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/ellipses.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/letters.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/word_lines.hpp"
#include "extractors/ocr/engine.hpp"

namespace planlezer {

struct WrittenLine {
    LetterGroup letters;
    Reading reading;
    LetterLine line;
    std::size_t learnt = 0;      ///< its place among the lines the vote has learnt
    std::vector<Ellipsis> dots;  ///< each stands for a number
};

class LineReader {
  public:
    /// All must outlive this.
    LineReader(const SheetRaster& raster, const Components& ink, OcrEngine& engine) : raster_(raster), ink_(ink), engine_(engine) {}

    [[nodiscard]] Reading first_reading(const WrittenLine& written) const;
    /// The letters of an area, read with doubt: what the rest of the sheet calls such letters; "VV" is no "Vv".
    void reread_code(WrittenLine& written, const LetterVote& vote_of_sheet) const;

  private:
    /// "W-d-III": Tesseract takes bold bars for other letters.
    [[nodiscard]] Reading with_bars(const WrittenLine& written, std::size_t bars) const;
    [[nodiscard]] Reading read_whole(const WrittenLine& written) const;

    const SheetRaster& raster_;
    const Components& ink_;
    OcrEngine& engine_;
};

/// A word of its own, or one with what stands right beside it: "goot ... m", "...%".
void add_dots(WrittenLine& written);

}  // namespace planlezer
