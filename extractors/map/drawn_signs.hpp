// Finds the matrix symbols a drawing holds: an outline, its divisions, and the characters and marks in each part.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/pdf/drawing.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Signs with something written in them, also those of the legend. Marks what they are made of as used.
/// \param used as long as `glyphs`
[[nodiscard]] std::vector<MapSign> find_drawn_signs(const std::vector<Glyph>& glyphs, std::vector<Piece>& pieces, std::vector<bool>& used);

}  // namespace planlezer
