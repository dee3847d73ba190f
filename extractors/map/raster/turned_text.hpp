// Reads the rows of letters of a picture that stand at an angle, each cut out and turned level.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/turned_rows.hpp"
#include "extractors/map/text_runs.hpp"
#include "extractors/ocr/engine.hpp"

namespace planlezer {

/// A row the way it is to be read.
struct ReadableRow {
    TurnedRow row;      ///< its angle -90 to 270
    std::string other;  ///< what it says upside down, where that may be meant too
};

/// Those that say something, the longest first; what stands level after all does not. \param vote knows letters of the sheet
[[nodiscard]] std::vector<ReadableRow> readable_rows(const SheetRaster& raster, const Components& ink, std::vector<TurnedRow> rows, const LetterVote& vote, OcrEngine& engine);

/// In points of the sheet, each with its angle. \param vote knows the level texts of the sheet, and learns these
[[nodiscard]] std::vector<TextRun> turned_text(const SheetRaster& raster, const Components& ink, const std::vector<ReadableRow>& rows, LetterVote& vote, OcrEngine& engine);

}  // namespace planlezer
