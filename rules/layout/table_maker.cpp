// From a grid of cells to a table line: reading order inside cells, heads, continuation on the next page.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>

#include "rules/layout/hyphens.hpp"
#include "rules/layout/line_maker.hpp"
#include "rules/layout/tables.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {
namespace {

constexpr double same_columns = 9;  ///< points between the edges of a table and of its continuation

enum class Content { empty, text, value, dash };

bool is_dash(std::string_view text) { return text == "-" || text == "–" || text == "—" || text == "−" || text == "x" || text == "/" || text == "--"; }

/// What a cell holds: a value starts with a number, maybe behind "max." or a sign.
Content content_of(const Line& line, WordSpan span) {
    if (span.empty()) return Content::empty;
    if (span.size() == 1 && is_dash(line.words[span.begin].text)) return Content::dash;
    // "zie aanduiding ...", "niet van toepassing", "ja": what a cell of the body says in place of a value.
    const std::string first = folded(line.words[span.begin].text);
    if (first == "zie" || ((first == "ja" || first == "nee") && span.size() == 1)) return Content::dash;
    if (first == "niet" && span.size() >= 3 && folded(line.words[span.begin + 2].text) == "toepassing") return Content::dash;
    for (std::size_t w = span.begin; w < span.end; ++w) {
        std::string_view text = line.words[w].text;
        const std::string plain = folded(text);
        if (plain.empty() || plain == "max" || plain == "maximaal" || plain == "min" || plain == "minimaal" || plain == "ca") {
            if (plain.empty() && w + 1 == span.end) return Content::text;
            continue;
        }
        if (plain == "n.v.t" || plain == "nvt") return Content::dash;
        return plain.front() >= '0' && plain.front() <= '9' ? Content::value : Content::text;
    }
    return Content::text;
}

/// Words of a cell by line, then from left to right.
std::vector<std::size_t> sorted_words(std::vector<std::size_t> words, const TextPage& page) {
    std::stable_sort(words.begin(), words.end(), [&](std::size_t a, std::size_t b) { return page.words[a].box.mid_y() < page.words[b].box.mid_y(); });
    std::vector<std::size_t> sorted;
    for (std::size_t i = 0; i < words.size();) {
        Box line = page.words[words[i]].box;
        std::size_t end = i + 1;
        while (end < words.size() && vertical_overlap(line, page.words[words[end]].box) > 0.4) line = united(line, page.words[words[end++]].box);
        std::stable_sort(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(end),
                         [&](std::size_t a, std::size_t b) { return page.words[a].box.x0 < page.words[b].box.x0; });
        sorted.insert(sorted.end(), words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(end));
        i = end;
    }
    return sorted;
}

/// The words of a cell as flow words, with words broken at the cell's line ends joined.
std::vector<FlowWord> cell_words(const std::vector<std::size_t>& words, const TextPage& page) {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < words.size();) {
        Box box = page.words[words[i]].box;
        std::vector<std::size_t> row{words[i++]};
        while (i < words.size() && vertical_overlap(box, page.words[words[i]].box) > 0.4 && page.words[words[i]].box.x0 >= page.words[row.back()].box.x0) {
            box = united(box, page.words[words[i]].box);
            row.push_back(words[i++]);
        }
        Line line;
        line.words = flow_words(row, page);
        line.starts_paragraph = false;
        lines.push_back(std::move(line));
    }
    join_hyphens(lines);
    std::vector<FlowWord> joined;
    for (Line& line : lines) joined.insert(joined.end(), line.words.begin(), line.words.end());
    return joined;
}

void append_span(Line& line, const std::vector<std::size_t>& words, const TextPage& page, WordSpan& span) {
    std::vector<FlowWord> flow = cell_words(words, page);
    span.begin = line.words.size();
    line.words.insert(line.words.end(), flow.begin(), flow.end());
    span.end = line.words.size();
}

std::string row_text(const Line& line, int row) {
    std::string text;
    for (const Cell& cell : line.table->cells) {
        if (cell.row != row) continue;
        for (std::size_t w = cell.text.begin; w < cell.text.end; ++w) {
            text += folded(line.words[w].text);
            text += ' ';
        }
    }
    return text;
}

/// A row of the body whatever its cells hold: its first cell is an item ("a. ...") or opens a list (":").
bool is_item_row(const Line& line, int row) {
    for (const Cell& cell : line.table->cells) {
        if (cell.row != row || cell.column != 0 || cell.text.empty()) continue;
        const std::string& first = line.words[cell.text.begin].text;
        const std::string& last = line.words[cell.text.end - 1].text;
        return last.ends_with(':') || (first.size() <= 3 && first.size() >= 2 && (first.ends_with('.') || first.ends_with(')')));
    }
    return false;
}

}  // namespace

Line table_line(const Grid& grid, const TextPage& page) {
    Line line;
    line.page = page.number;
    line.box = grid.box;
    Table table;
    table.rows = grid.rows;
    table.columns = grid.columns;
    std::vector<GridCell> cells = grid.cells;
    std::stable_sort(cells.begin(), cells.end(), [](const GridCell& a, const GridCell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    for (const GridCell& made : cells) {
        Cell cell;
        cell.row = made.row;
        cell.column = made.column;
        cell.row_span = made.row_span;
        cell.column_span = made.column_span;
        append_span(line, sorted_words(made.words, page), page, cell.text);
        table.cells.push_back(cell);
    }
    if (!grid.notes.empty()) {
        WordSpan note;
        append_span(line, sorted_words(grid.notes, page), page, note);
        table.footnotes.push_back(note);
    }
    line.table = std::move(table);
    find_heads(line);
    return line;
}

void find_heads(Line& line) {
    Table& table = *line.table;
    std::vector<bool> row_has_value(static_cast<std::size_t>(table.rows), false);
    std::vector<bool> row_has_text(static_cast<std::size_t>(table.rows), false);
    std::vector<bool> column_has_value(static_cast<std::size_t>(table.columns), false);
    bool digits = false;
    for (const Cell& cell : table.cells) {
        const Content content = content_of(line, cell.text);
        const auto row = static_cast<std::size_t>(cell.row);
        if (content == Content::text) row_has_text[row] = true;
        // A number in the first column may be that of the row; elsewhere it is a value.
        if (content == Content::value || content == Content::dash) {
            if (cell.column > 0 || cell.column_span > 1) row_has_value[row] = true;
            if (content == Content::value) digits = true;
        }
    }
    int heads = 0;
    while (heads < table.rows && !row_has_value[static_cast<std::size_t>(heads)]) {
        if (!row_has_text[static_cast<std::size_t>(heads)] && heads > 0) break;
        if (heads > 0 && is_item_row(line, heads)) break;
        ++heads;
    }
    const bool no_values = heads == table.rows;
    table.head_rows = no_values ? (table.rows > 1 ? 1 : 0) : heads;
    // A row without values below the heads ("Kom") splits the table; only rows at the top are heads, and at most three.
    if (table.head_rows > 3 && !no_values) table.head_rows = 1;
    for (const Cell& cell : table.cells) {
        const Content content = content_of(line, cell.text);
        if (cell.row >= table.head_rows && (content == Content::value || content == Content::dash)) column_has_value[static_cast<std::size_t>(cell.column)] = true;
    }
    table.head_columns = 0;
    while (table.head_columns + 1 < table.columns && !column_has_value[static_cast<std::size_t>(table.head_columns)]) ++table.head_columns;
    table.head_columns = std::max(table.head_columns, table.columns > 1 ? 1 : 0);
    if (no_values || std::find(column_has_value.begin(), column_has_value.end(), true) == column_has_value.end()) table.head_columns = table.columns > 1 ? 1 : 0;
    bool understood = table.head_rows > 0;
    // Every column with values needs words above it.
    for (int column = table.head_columns; column < table.columns && understood; ++column) {
        if (!column_has_value[static_cast<std::size_t>(column)]) continue;
        understood = std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
            return cell.row < table.head_rows && cell.column <= column && column < cell.column + cell.column_span && !cell.text.empty();
        });
    }
    table.understood = understood || !digits;
    for (Cell& cell : table.cells) cell.head = cell.row < table.head_rows || cell.column < table.head_columns;
}

bool join_tables(Line& line, std::span<const double> edges, Line& next, std::span<const double> next_edges) {
    Table& table = *line.table;
    Table& more = *next.table;
    if (table.columns != more.columns) return false;
    bool same_edges = edges.size() == next_edges.size() && !edges.empty();
    for (std::size_t i = 0; same_edges && i < edges.size(); ++i) same_edges = std::abs(edges[i] - next_edges[i]) <= same_columns;
    int repeated = 0;
    while (repeated < std::min(table.head_rows, more.rows) && row_text(line, repeated) == row_text(next, repeated) && !row_text(line, repeated).empty()) ++repeated;
    const bool same_heads = table.head_rows > 0 && repeated == table.head_rows;
    if (!same_heads && !same_edges) return false;
    if (!same_heads) repeated = 0;
    // A table with heads of its own is another table, though its columns stand alike.
    if (!same_heads && more.understood && more.head_rows > 0 && table.head_rows > 0) {
        bool values_in_more = false;
        for (const Cell& cell : more.cells) values_in_more = values_in_more || content_of(next, cell.text) == Content::value;
        if (values_in_more) return false;
    }
    // A first part without a value does not tell its heads from its rows; together they may.
    const bool undecided = std::none_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) { return content_of(line, cell.text) == Content::value; });
    const std::size_t offset = line.words.size();
    for (Cell cell : more.cells) {
        if (cell.row < repeated) continue;
        cell.row += table.rows - repeated;
        cell.text.begin += offset;
        cell.text.end += offset;
        cell.head = cell.column < table.head_columns;
        table.cells.push_back(cell);
    }
    for (WordSpan note : more.footnotes) table.footnotes.push_back({note.begin + offset, note.end + offset});
    table.rows += more.rows - repeated;
    line.words.insert(line.words.end(), next.words.begin(), next.words.end());
    if (undecided) find_heads(line);
    return true;
}

}  // namespace planlezer
