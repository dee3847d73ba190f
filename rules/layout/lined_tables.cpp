// Tables with lines between their rows only: a row is what stands between two lines, columns are told by white space.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "rules/layout/tables.hpp"

namespace planlezer {
namespace {

constexpr double level = 2;               ///< points a horizontal line may rise or fall
constexpr double same_end = 5;            ///< points between the ends of lines of one table
constexpr double least_width = 0.3;       ///< of the page's width
constexpr double highest_row = 160;       ///< points
constexpr double column_gap = 0.8;        ///< line heights of white space between columns, over all rows
constexpr std::size_t fewest_lines = 3;
constexpr std::size_t most_lines = 400;
constexpr std::size_t longest_cell = 60;  ///< words: more is running text between two lines

struct Rule {
    double y = 0;
    double x0 = 0;
    double x1 = 0;
};

std::vector<Rule> rules_of(const TextPage& page) {
    std::vector<Rule> rules;
    for (const Ruling& ruling : page.rulings) {
        const double width = std::abs(ruling.x1 - ruling.x0);
        if (std::abs(ruling.y1 - ruling.y0) > level || width < least_width * page.width) continue;
        rules.push_back({(ruling.y0 + ruling.y1) / 2, std::min(ruling.x0, ruling.x1), std::max(ruling.x0, ruling.x1)});
    }
    std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.y != b.y ? a.y < b.y : a.x0 < b.x0; });
    return rules;
}

/// Runs of lines with the same ends, one below the other.
std::vector<std::vector<Rule>> stacks_of(const std::vector<Rule>& rules) {
    std::vector<std::vector<Rule>> stacks;
    for (const Rule& rule : rules) {
        std::vector<Rule>* mine = nullptr;
        for (auto stack = stacks.rbegin(); stack != stacks.rend() && mine == nullptr; ++stack) {
            const Rule& last = stack->back();
            if (std::abs(last.x0 - rule.x0) <= same_end && std::abs(last.x1 - rule.x1) <= same_end && rule.y - last.y <= highest_row) mine = &*stack;
        }
        if (mine == nullptr) {
            stacks.push_back({rule});
        } else if (rule.y - mine->back().y > 4) {
            mine->push_back(rule);
        }
    }
    return stacks;
}

/// Borders in white space that no word of the table crosses, but for those of a few heads.
std::vector<double> edges_of(const std::vector<std::size_t>& words, const TextPage& page, double left, double right, double height, std::size_t rows) {
    const auto width = static_cast<std::size_t>(right - left) + 2;
    std::vector<std::size_t> ink(width, 0);
    for (const std::size_t w : words) {
        const Box& box = page.words[w].box;
        for (auto x = static_cast<std::size_t>(std::max(0.0, box.x0 - left)); x < width && static_cast<double>(x) + left < box.x1; ++x) ++ink[x];
    }
    const std::size_t allowed = rows >= 4 ? 1 : 0;
    std::vector<double> edges{left};
    for (std::size_t x = 0; x < width;) {
        if (ink[x] > allowed) {
            ++x;
            continue;
        }
        std::size_t stop = x;
        while (stop < width && ink[stop] <= allowed) ++stop;
        if (x > 0 && stop < width && static_cast<double>(stop - x) >= column_gap * height) edges.push_back(left + static_cast<double>(x + stop) / 2);
        x = stop;
    }
    edges.push_back(right + 1);
    return edges;
}

std::size_t slot(const std::vector<double>& edges, double at) {
    const auto above = std::upper_bound(edges.begin(), edges.end(), at);
    if (above == edges.begin() || above == edges.end()) return edges.size();
    return static_cast<std::size_t>(above - edges.begin()) - 1;
}

std::optional<Grid> grid_of(const std::vector<Rule>& stack, const TextPage& page, const std::vector<bool>& taken) {
    std::vector<double> ys;
    for (const Rule& rule : stack) ys.push_back(rule.y);
    const double left = stack.front().x0;
    const double right = stack.front().x1;
    if (right - left > 1e5) return std::nullopt;
    std::vector<std::size_t> words;
    double height = 4;
    for (std::size_t w = 0; w < page.words.size(); ++w) {
        const Box& box = page.words[w].box;
        if (taken[w] || box.mid_x() < left || box.mid_x() > right || slot(ys, box.mid_y()) >= ys.size()) continue;
        words.push_back(w);
        height = std::max(height, std::min(box.height(), 20.0));
    }
    Grid grid;
    grid.rows = static_cast<int>(ys.size()) - 1;
    grid.edges = edges_of(words, page, left, right, height, static_cast<std::size_t>(grid.rows));
    grid.columns = static_cast<int>(grid.edges.size()) - 1;
    grid.box = {left, ys.front(), right, ys.back()};
    if (grid.columns < 2 || grid.columns > 30) return std::nullopt;
    const auto columns = static_cast<std::size_t>(grid.columns);
    grid.cells.resize(columns * static_cast<std::size_t>(grid.rows));
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        grid.cells[i].row = static_cast<int>(i / columns);
        grid.cells[i].column = static_cast<int>(i % columns);
    }
    for (const std::size_t w : words) {
        const Box& box = page.words[w].box;
        const std::size_t column = std::min(slot(grid.edges, box.mid_x()), columns - 1);
        grid.cells[slot(ys, box.mid_y()) * columns + column].words.push_back(w);
    }
    // Rows with two cells or more, none of them running text, make it a table.
    int with_cells = 0;
    for (int row = 0; row < grid.rows; ++row) {
        int filled = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            const GridCell& cell = grid.cells[static_cast<std::size_t>(row) * columns + c];
            if (cell.words.size() > longest_cell) return std::nullopt;
            if (!cell.words.empty()) ++filled;
        }
        if (filled >= 2) ++with_cells;
    }
    if (with_cells < 2 || 2 * with_cells < grid.rows) return std::nullopt;
    return grid;
}

}  // namespace

std::vector<Grid> lined_grids(const TextPage& page, std::vector<bool>& taken) {
    std::vector<Grid> grids;
    const std::vector<Rule> rules = rules_of(page);
    if (rules.size() > most_lines) return grids;
    for (const std::vector<Rule>& stack : stacks_of(rules)) {
        if (stack.size() < fewest_lines) continue;
        auto grid = grid_of(stack, page, taken);
        if (!grid) continue;
        for (const GridCell& cell : grid->cells) {
            for (const std::size_t w : cell.words) taken[w] = true;
        }
        grids.push_back(std::move(*grid));
    }
    return grids;
}

}  // namespace planlezer
