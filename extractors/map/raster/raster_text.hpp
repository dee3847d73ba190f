// The texts on a picture of a sheet: letters gathered to lines, each line read by itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/letter_vote.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/text_runs.hpp"
#include "extractors/ocr/engine.hpp"

namespace planlezer {

/// Level texts, in points. Marks their components as used.
[[nodiscard]] std::vector<TextRun> raster_text(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, LetterVote& vote,
                                               OcrEngine& engine);

}  // namespace planlezer
