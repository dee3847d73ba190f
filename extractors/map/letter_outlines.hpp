// Letters that a drawing has as filled outlines instead of characters.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/map/raster/letters.hpp"
#include "extractors/pdf/drawing.hpp"

namespace planlezer {

/// One letter, its dots and counters with it.
struct OutlinedLetter {
    Box box;          ///< points
    LetterForm form;  ///< exact; `height` and `top` are not set
    Rgb colour;
    std::vector<std::size_t> pieces;
};

[[nodiscard]] bool is_dark(const Rgb& colour);
[[nodiscard]] bool is_filled_dark(const Piece& piece);

/// Whether a piece is filled, dark and as small as a letter, and no dot of a screen.
[[nodiscard]] bool may_be_letter(const Piece& piece);

/// In no order. What stands over or in another, as the dot of an i, is part of it.
[[nodiscard]] std::vector<OutlinedLetter> letter_outlines(const std::vector<Piece>& pieces);

/// The letter as it stands when the sheet is turned about its origin. \param degrees counter-clockwise
[[nodiscard]] OutlinedLetter turned(const OutlinedLetter& letter, const std::vector<Piece>& pieces, double degrees);

}  // namespace planlezer
