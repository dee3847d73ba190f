// Values written as a fraction without a frame: a text, a short line under it, and a text under that.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/map/sheet_parts.hpp"
#include "extractors/map/text_runs.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Signs without a shape, of two rows. Marks their characters and lines as used.
[[nodiscard]] std::vector<MapSign> find_fractions(const std::vector<Glyph>& glyphs, std::vector<Piece>& pieces, std::vector<bool>& used);

/// The same of what was read from a picture: takes the two texts of each out of the runs.
/// \param bars level lines, points
[[nodiscard]] std::vector<MapSign> take_fractions(std::vector<TextRun>& runs, const std::vector<SheetLine>& bars);

}  // namespace planlezer
