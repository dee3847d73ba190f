// Reads the rows of letters of a picture that stand at an angle, each cut out and turned level.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/turned_rows.hpp"
#include "extractors/map/text_runs.hpp"
#include "extractors/ocr/engine.hpp"

namespace planlezer {

struct TurnedText {
    std::vector<TextRun> runs;      ///< in points of the sheet, each with its angle
    std::vector<TurnedRow> unread;  ///< rows that say nothing
};

/// \param vote knows the level texts of the sheet, and learns these
[[nodiscard]] TurnedText turned_text(const SheetRaster& raster, const Components& ink, std::vector<TurnedRow> rows, LetterVote& vote, OcrEngine& engine);

}  // namespace planlezer
