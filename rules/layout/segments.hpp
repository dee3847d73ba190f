// Words of one page strung together into pieces of lines, before columns are known.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "schemas/model/text_page.hpp"

namespace planlezer {

/// Words side by side on one base line, without a gap as wide as that between columns.
struct Segment {
    std::vector<std::size_t> words;    ///< indices into TextPage::words, left to right; empty only for a table
    Box box;                           ///< points
    std::optional<std::size_t> table;  ///< stands for a table found before: its index
};

/// The height most words of the page have, points; at least 1.
[[nodiscard]] double common_height(const TextPage& page);

/// Segments from top to bottom, left to right. A line that runs a little askew stays one. Words that `left_out` marks
/// (same size as the page's words) are in none.
[[nodiscard]] std::vector<Segment> find_segments(const TextPage& page, const std::vector<bool>& left_out);

/// Share of the lower of both heights in which two boxes overlap vertically: 0-1.
[[nodiscard]] double vertical_overlap(const Box& a, const Box& b);

}  // namespace planlezer
