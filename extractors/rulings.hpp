// Drawn lines: joined where they continue one another, and the words they strike through.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "schemas/model/text_page.hpp"

namespace planlezer {

/// True within a degree of the horizontal.
[[nodiscard]] bool is_horizontal(const Ruling& line);
/// True within a degree of the vertical.
[[nodiscard]] bool is_vertical(const Ruling& line);

/// Straightens lines to the exact horizontal or vertical (others are dropped), turns them left to right and top
/// to bottom, and joins those that touch or overlap on one line (within a point). Sorted: horizontal ones by y, x,
/// then vertical ones by x, y.
[[nodiscard]] std::vector<Ruling> merged(const std::vector<Ruling>& lines);

/// Sets Word::struck on words with a horizontal line through the middle of their letters.
void mark_struck(std::vector<Word>& words, const std::vector<Ruling>& merged_lines);

/// Sets Word::raised on small words that stand higher than the base line of the word they follow.
void mark_raised(std::vector<Word>& words);

}  // namespace planlezer
