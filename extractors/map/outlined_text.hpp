// Makes the characters of a drawing whose letters are outlines, as if they had been written as text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/map/text_runs.hpp"
#include "extractors/pdf/drawing.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct OutlinedText {
    std::vector<Glyph> glyphs;        ///< what is not known only beside what is
    std::vector<std::size_t> pieces;  ///< of which they are made
    std::size_t unknown = 0;          ///< how many of them are U+FFFD
};

/// Upright texts, and those that run up or down the sheet.
[[nodiscard]] OutlinedText outlined_text(const std::vector<Piece>& pieces, const std::vector<TextRun>& runs, const std::vector<MapSign>& signs);

}  // namespace planlezer
