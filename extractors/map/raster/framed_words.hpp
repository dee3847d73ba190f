// Frames around words on a picture that enclose nothing, since a piece of their line is too pale: found from the words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/text_runs.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Boxes with their lines of words as cells; the words are taken from `runs`.
/// \param signs what is known already: no frame is looked for where they are
[[nodiscard]] std::vector<MapSign> framed_words(const SheetRaster& raster, std::vector<TextRun>& runs, const std::vector<MapSign>& signs);

}  // namespace planlezer
