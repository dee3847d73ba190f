// Puts the pieces of a page's lines into reading order: columns, and what stands across them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/layout/segments.hpp"

namespace planlezer {

/// A run of lines that stand below each other, and the room they have.
struct Column {
    std::vector<Segment> lines;  ///< from top to bottom; pieces on one base line are one line
    double left = 0;             ///< points: where its lines begin
    double right = 0;            ///< points: how far they may run
    bool divided = false;        ///< one of several columns side by side
};

[[nodiscard]] std::vector<Column> order_columns(std::vector<Segment> segments, const TextPage& page);

}  // namespace planlezer
