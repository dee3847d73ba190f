// Whether a drawing has its letters as outlines or strokes instead of characters: then only their picture can be read.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/pdf/drawing.hpp"

namespace planlezer {

[[nodiscard]] bool draws_its_letters(const Drawing& drawing, const std::vector<Piece>& pieces);

}  // namespace planlezer
