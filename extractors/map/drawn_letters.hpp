// Whether a drawing has its letters as outlines or strokes instead of characters: then only their picture can be read.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/map/text_runs.hpp"
#include "extractors/pdf/drawing.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

[[nodiscard]] bool draws_its_letters(const Drawing& drawing, const std::vector<Piece>& pieces);

/// Takes from the pieces what is written: letters, and all within a sign.
void use_letters(const std::vector<MapSign>& signs, std::vector<Piece>& pieces);

/// What was read from the picture must have as many characters as outlines stand there; else it is for a person.
void compare_with_outlines(const std::vector<Piece>& pieces, std::vector<MapSign>& signs, std::vector<TextRun>& runs);

}  // namespace planlezer
