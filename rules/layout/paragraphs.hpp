// Where paragraphs begin, judged from white space, indents and lines that end early.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/layout/line.hpp"

namespace planlezer {

/// A line with the room its column gives it.
struct PlacedLine {
    Line line;
    double left = 0;    ///< of its column, points
    double right = 0;   ///< of its column, points
    double text_x = 0;  ///< where its text begins behind a list label, points
};

/// Sets gap, indent and starts_paragraph of lines in reading order.
void find_paragraphs(std::vector<PlacedLine>& lines);

}  // namespace planlezer
