// Tables without lines: rows of short pieces of text with white space running down between them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <string>

#include "rules/layout/line_maker.hpp"
#include "rules/layout/tables.hpp"
#include "rules/outline/label.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {
namespace {

constexpr double cell_gap = 1.3;          ///< line heights of white space between two cells
constexpr double column_gap = 0.7;        ///< the same, over all rows
constexpr double cut_gap = 0.5;           ///< the same, between two words on either side of a border
constexpr double farthest_row = 2.6;      ///< line heights from one row to the next
constexpr std::size_t fewest_rows = 3;
constexpr std::size_t most_rows = 200;
constexpr std::size_t longest_cell = 14;  ///< words on one line: more is running text

struct Piece {
    std::vector<std::size_t> words;
    Box box;
};

std::vector<Piece> pieces_of(const Segment& line, const TextPage& page) {
    std::vector<Piece> pieces;
    const double height = std::max(line.box.height(), 4.0);
    for (const std::size_t w : line.words) {
        const Box& box = page.words[w].box;
        if (pieces.empty() || box.x0 - pieces.back().box.x1 > cell_gap * height) {
            pieces.push_back({{w}, box});
        } else {
            pieces.back().words.push_back(w);
            pieces.back().box = united(pieces.back().box, box);
        }
    }
    return pieces;
}

bool starts_with_label(const Piece& piece, const TextPage& page) {
    if (piece.words.size() != 1) return false;
    Line line;
    line.words = flow_words(piece.words, page);
    return read_label(line).has_value();
}

/// A row of cells: more than a list item and its text, and nothing as long as running text.
bool is_row(const std::vector<Piece>& pieces, const TextPage& page) {
    if (pieces.size() < 2) return false;
    if (pieces.size() == 2 && starts_with_label(pieces.front(), page)) return false;
    const std::string& last = page.words[pieces.back().words.back()].text;
    if (last.ends_with(':') || last.ends_with(';')) return false;
    return std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.words.size() <= longest_cell; });
}

bool numeric(const Piece& piece, const TextPage& page) {
    const std::string& text = page.words[piece.words.front()].text;
    return !text.empty() && ((text.front() >= '0' && text.front() <= '9') || text == "-" || text == "–" || text == "—");
}

/// Lines first..last-1 that may be the rows of one table.
std::size_t run_end(std::span<const Segment> lines, const std::vector<std::vector<Piece>>& pieces, const TextPage& page) {
    std::size_t end = 0;
    std::size_t strangers = 0;
    for (std::size_t i = 0; i < lines.size() && i < most_rows; ++i) {
        if (i > 0 && lines[i].box.mid_y() - lines[i - 1].box.mid_y() > farthest_row * std::max(lines[i].box.height(), 6.0)) break;
        if (is_row(pieces[i], page)) {
            end = i + 1;
            strangers = 0;
        } else if (++strangers > 2 || pieces[i].size() != 1 || pieces[i].front().words.size() > longest_cell) {
            break;
        }
    }
    return end;
}

/// Borders in the white space that runs through (nearly) all rows, and that is as wide as between cells in half of them.
std::vector<double> edges_of(std::span<const Segment> lines, const std::vector<std::vector<Piece>>& pieces, std::size_t end, const TextPage& page) {
    double left = 1e9;
    double right = -1e9;
    double height = 0;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < end; ++i) {
        left = std::min(left, lines[i].box.x0);
        right = std::max(right, lines[i].box.x1);
        height = std::max(height, lines[i].box.height());
        if (is_row(pieces[i], page)) ++rows;
    }
    if (rows == 0 || right - left < 1 || right - left > 1e5) return {};
    const auto width = static_cast<std::size_t>(right - left) + 2;
    std::vector<std::size_t> ink(width, 0);
    const auto fill = [&](double from, double to) {
        for (auto x = static_cast<std::size_t>(std::max(0.0, from - left)); x < width && static_cast<double>(x) + left < to; ++x) ++ink[x];
    };
    std::vector<Piece> gaps;
    for (std::size_t i = 0; i < end; ++i) {
        // A head over several columns covers the white space between them; rows with more cells show it.
        if (pieces[i].size() < 2) continue;
        for (const Piece& piece : pieces[i]) {
            for (const std::size_t w : piece.words) fill(page.words[w].box.x0, page.words[w].box.x1);
        }
        for (std::size_t p = 1; p < pieces[i].size(); ++p) gaps.push_back({{}, {pieces[i][p - 1].box.x1, 0, pieces[i][p].box.x0, 0}});
    }
    const std::size_t allowed = rows >= 5 ? rows / 5 : 0;
    std::vector<double> edges{left};
    for (std::size_t x = 0; x < width;) {
        if (ink[x] > allowed) {
            ++x;
            continue;
        }
        std::size_t stop = x;
        while (stop < width && ink[stop] <= allowed) ++stop;
        const double middle = left + static_cast<double>(x + stop) / 2;
        const auto wide = std::count_if(gaps.begin(), gaps.end(), [&](const Piece& gap) { return gap.box.x0 < middle && middle < gap.box.x1; });
        if (x > 0 && stop < width && static_cast<double>(stop - x) >= column_gap * height && 2 * static_cast<std::size_t>(wide) >= rows) edges.push_back(middle);
        x = stop;
    }
    edges.push_back(right + 1);
    return edges;
}

/// The words of a piece by column: a piece that runs over a border is cut where its words leave room there.
std::vector<Piece> cut_at(const Piece& piece, const std::vector<double>& edges, const TextPage& page) {
    std::vector<Piece> parts;
    for (const std::size_t w : piece.words) {
        const Box& box = page.words[w].box;
        const bool apart = !parts.empty() && box.x0 - parts.back().box.x1 >= cut_gap * std::max(box.height(), 4.0) &&
                           std::any_of(edges.begin(), edges.end(), [&](double edge) { return parts.back().box.x1 <= edge && edge <= box.x0; });
        if (parts.empty() || apart) {
            parts.push_back({{w}, box});
        } else {
            parts.back().words.push_back(w);
            parts.back().box = united(parts.back().box, box);
        }
    }
    return parts;
}

std::size_t column_at(const std::vector<double>& edges, double x) {
    const auto above = std::upper_bound(edges.begin(), edges.end(), x);
    const auto at = above == edges.begin() ? 0 : above - edges.begin() - 1;
    return std::min(static_cast<std::size_t>(at), edges.size() - 2);
}

/// The rows look like a table: three columns, or two of which the second holds values that are no page numbers.
bool convincing(const std::vector<std::vector<Piece>>& pieces, std::size_t end, const std::vector<double>& edges, const TextPage& page) {
    std::size_t rows = 0;
    std::size_t with_value = 0;
    std::size_t plain_numbers = 0;
    std::size_t leaders = 0;
    for (std::size_t i = 0; i < end; ++i) {
        if (!is_row(pieces[i], page)) continue;
        ++rows;
        const Piece& last = pieces[i].back();
        const bool value = std::any_of(pieces[i].begin() + 1, pieces[i].end(), [&](const Piece& piece) { return numeric(piece, page); });
        if (value) ++with_value;
        if (last.words.size() == 1 && numeric(last, page)) ++plain_numbers;
        for (const Piece& piece : pieces[i]) {
            for (const std::size_t w : piece.words) {
                if (page.words[w].text.find("...") != std::string::npos) ++leaders;
            }
        }
    }
    if (rows < fewest_rows || leaders > 0) return false;
    if (edges.size() >= 4) return with_value * 2 >= rows;
    // Two columns: "Begrippen  3" is a table of contents; "Hoofdgebouw  6 m" is a table.
    return edges.size() == 3 && with_value * 2 >= rows && plain_numbers * 2 < with_value;
}

}  // namespace

std::optional<Grid> unruled_grid(std::span<const Segment> lines, const TextPage& page, std::size_t& used) {
    if (lines.size() < fewest_rows) return std::nullopt;
    std::vector<std::vector<Piece>> pieces;
    pieces.push_back(pieces_of(lines.front(), page));
    if (!is_row(pieces.front(), page)) return std::nullopt;
    for (std::size_t i = 1; i < lines.size() && i < most_rows; ++i) {
        if (lines[i].words.empty()) break;
        pieces.push_back(pieces_of(lines[i], page));
    }
    const std::size_t end = run_end(lines.first(pieces.size()), pieces, page);
    if (end < fewest_rows) return std::nullopt;
    const std::vector<double> edges = edges_of(lines, pieces, end, page);
    if (edges.size() < 3 || !convincing(pieces, end, edges, page)) return std::nullopt;
    Grid grid;
    grid.columns = static_cast<int>(edges.size()) - 1;
    grid.edges = edges;
    grid.box = lines.front().box;
    double usual = 1e9;
    for (std::size_t i = 1; i < end; ++i) usual = std::min(usual, lines[i].box.mid_y() - lines[i - 1].box.mid_y());
    const auto tight = [&](std::size_t i) { return lines[i].box.mid_y() - lines[i - 1].box.mid_y() < 1.25 * usual; };
    std::size_t apart = 0;
    for (std::size_t i = 1; i < end; ++i) {
        if (!tight(i)) ++apart;
    }
    const bool rows_stand_apart = apart >= 2;  // then lines close below each other are one row
    std::vector<std::size_t> valued;           // columns of the row with a value
    for (std::size_t i = 0; i < end; ++i) {
        grid.box = united(grid.box, lines[i].box);
        const bool second_value = std::any_of(pieces[i].begin(), pieces[i].end(), [&](const Piece& piece) {
            return numeric(piece, page) && std::find(valued.begin(), valued.end(), column_at(edges, piece.box.x0)) != valued.end();
        });
        // A line with one cell only, right below, goes on in that cell of the row above.
        const bool one_cell = pieces[i].size() == 1 && !pieces[i].empty() && !numeric(pieces[i].front(), page);
        const bool goes_on = i > 0 && tight(i) && (one_cell || (rows_stand_apart && !second_value));
        if (!goes_on) {
            ++grid.rows;
            valued.clear();
        }
        for (const Piece& piece : pieces[i]) {
            if (numeric(piece, page)) valued.push_back(column_at(edges, piece.box.x0));
        }
        std::vector<Piece> parts;
        for (const Piece& piece : pieces[i]) {
            for (Piece& part : cut_at(piece, edges, page)) parts.push_back(std::move(part));
        }
        for (const Piece& piece : parts) {
            const auto first = static_cast<int>(column_at(edges, piece.box.x0));
            const auto last = static_cast<int>(column_at(edges, piece.box.x1));
            GridCell* same = nullptr;
            for (auto cell = grid.cells.rbegin(); cell != grid.cells.rend() && cell->row == grid.rows - 1; ++cell) {
                if (cell->column <= last && first < cell->column + cell->column_span) same = &*cell;
            }
            if (same != nullptr) {
                same->words.insert(same->words.end(), piece.words.begin(), piece.words.end());
            } else {
                grid.cells.push_back({grid.rows - 1, first, 1, last - first + 1, piece.words});
            }
        }
    }
    used = end;
    return grid;
}

}  // namespace planlezer
