// One line of a column as flow words: type, superscripts, underlining.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/layout/line.hpp"
#include "rules/layout/segments.hpp"

namespace planlezer {

/// "m" and a raised "2" become "m2". The words keep their place and how they were read.
[[nodiscard]] Line make_line(const Segment& segment, const TextPage& page);

/// Flow words of some words of a page, in the order given.
[[nodiscard]] std::vector<FlowWord> flow_words(const std::vector<std::size_t>& words, const TextPage& page);

}  // namespace planlezer
