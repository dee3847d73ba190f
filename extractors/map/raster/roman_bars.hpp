// Roman numerals in bold type without serifs, "III" and "W-d-II": plain bars that Tesseract takes for other letters.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "extractors/map/raster/word_lines.hpp"

namespace planlezer {

[[nodiscard]] LetterGroup left_to_right(LetterGroup letters);

/// How many bars of one form end the text: two or three, alone or behind a dash, are a Roman numeral. 0 when they are none.
[[nodiscard]] std::size_t roman_bars(const LetterGroup& group);

}  // namespace planlezer
