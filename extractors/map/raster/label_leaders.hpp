// Lines with a dot or an arrow head that lead from a text on a picture ("goot 6 m") to the place it stands for.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/strokes.hpp"
#include "extractors/map/sheet_parts.hpp"
#include "extractors/map/text_runs.hpp"

namespace planlezer {

/// True when a short text says a value with its unit: "goot 6 m", "h=9,5", "70%".
[[nodiscard]] bool has_values_in_words(const std::vector<TextRun>& runs);

/// Each as a line from the text's edge to the middle of its head, and the head as a small filled line. Only texts with a number
/// are led from; a line without a head bounds something.
/// \param strokes pixels: the thin ones of the sheet. \param parts with runs and signs
[[nodiscard]] std::vector<SheetLine> label_leaders(const SheetRaster& raster, const std::vector<Stroke>& strokes, const SheetParts& parts);

}  // namespace planlezer
