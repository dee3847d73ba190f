// Tables on a page: ruled ones from their lines, others from the white space between their columns.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rules/layout/line.hpp"
#include "rules/layout/segments.hpp"

namespace planlezer {

/// The words of one cell, and the rows and columns it takes.
struct GridCell {
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    std::vector<std::size_t> words;  ///< indices into TextPage::words, in any order
};

struct Grid {
    int rows = 0;
    int columns = 0;
    std::vector<GridCell> cells;
    std::vector<double> edges;       ///< x of the borders between columns, points; columns + 1 of them
    Box box;                         ///< points
    std::vector<std::size_t> notes;  ///< words of footnotes below it
};

/// Tables with ruled lines. Marks their words in `taken`.
[[nodiscard]] std::vector<Grid> ruled_grids(const TextPage& page, std::vector<bool>& taken);

/// Tables with lines between their rows only: columns by white space. Marks their words in `taken`.
[[nodiscard]] std::vector<Grid> lined_grids(const TextPage& page, std::vector<bool>& taken);

/// A table without ruled lines that begins at the first of these lines of a column; `used` gives how many lines it takes.
[[nodiscard]] std::optional<Grid> unruled_grid(std::span<const Segment> lines, const TextPage& page, std::size_t& used);

/// The table as one line: words cell by cell, heads found, or left as not understood.
[[nodiscard]] Line table_line(const Grid& grid, const TextPage& page);

/// Finds head rows and head columns anew from the texts of the cells.
void find_heads(Line& line);

/// Joins `next` to `table` when it is its continuation on the next page: the same columns (edges within a few points)
/// or the same heads. False when it is not; then both are unchanged.
bool join_tables(Line& table, std::span<const double> edges, Line& next, std::span<const double> next_edges);

}  // namespace planlezer
