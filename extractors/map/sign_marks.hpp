// The small marks above and below a number: arc, triangle, caret, line, told by their form alone.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extractors/pdf/drawing.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Lines whose ends meet joined to one, closed when it comes round. \param reach points between ends that meet
[[nodiscard]] std::vector<DrawnLine> chained(std::vector<DrawnLine> lines, double reach);

/// The lines stand upright: as a reader of the sign sees them. none when it is none of the marks.
/// \param filled the line is the edge of something filled
[[nodiscard]] SignMark mark_of(const DrawnLine& line, bool filled);

/// A character that stands for a mark; none for all others.
[[nodiscard]] SignMark mark_of(const std::string& character);

}  // namespace planlezer
