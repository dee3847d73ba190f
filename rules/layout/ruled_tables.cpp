// Tables drawn with lines: the lines that hang together make a grid, cells without a line between them are one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "rules/layout/tables.hpp"

namespace planlezer {
namespace {

constexpr double touch = 3.5;             ///< points two lines may miss each other
constexpr double same_edge = 4;           ///< points between lines that are one border
constexpr double shortest = 6;            ///< points; shorter lines are marks of letters
constexpr double covered = 0.6;           ///< of a cell's side must be ruled to be a border
constexpr std::size_t most_rulings = 1500;  ///< more are a drawing
constexpr std::size_t most_rows = 300;
constexpr std::size_t most_columns = 40;

struct Stroke {
    bool horizontal = false;
    double at = 0;     ///< y of a horizontal, x of a vertical
    double from = 0;
    double to = 0;
};

std::vector<Stroke> strokes_of(const TextPage& page) {
    std::vector<Stroke> strokes;
    for (const Ruling& ruling : page.rulings) {
        const double dx = std::abs(ruling.x1 - ruling.x0);
        const double dy = std::abs(ruling.y1 - ruling.y0);
        if (std::max(dx, dy) < shortest) continue;
        Stroke stroke;
        stroke.horizontal = dx >= dy;
        stroke.at = stroke.horizontal ? (ruling.y0 + ruling.y1) / 2 : (ruling.x0 + ruling.x1) / 2;
        stroke.from = stroke.horizontal ? std::min(ruling.x0, ruling.x1) : std::min(ruling.y0, ruling.y1);
        stroke.to = stroke.horizontal ? std::max(ruling.x0, ruling.x1) : std::max(ruling.y0, ruling.y1);
        strokes.push_back(stroke);
    }
    return strokes;
}

bool meet(const Stroke& a, const Stroke& b) {
    if (a.horizontal == b.horizontal) {
        return std::abs(a.at - b.at) <= touch && a.from <= b.to + touch && b.from <= a.to + touch;
    }
    return b.at >= a.from - touch && b.at <= a.to + touch && a.at >= b.from - touch && a.at <= b.to + touch;
}

/// Groups of strokes that hang together.
std::vector<std::vector<Stroke>> frames_of(const std::vector<Stroke>& strokes) {
    std::vector<std::size_t> root(strokes.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
        while (root[i] != i) i = root[i] = root[root[i]];
        return i;
    };
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (meet(strokes[i], strokes[j])) root[find(i)] = find(j);
        }
    }
    std::map<std::size_t, std::vector<Stroke>> groups;
    for (std::size_t i = 0; i < strokes.size(); ++i) groups[find(i)].push_back(strokes[i]);
    std::vector<std::vector<Stroke>> frames;
    for (auto& [first, group] : groups) frames.push_back(std::move(group));
    return frames;
}

std::vector<double> borders(const std::vector<Stroke>& frame, bool horizontal) {
    std::vector<double> places;
    for (const Stroke& stroke : frame) {
        if (stroke.horizontal == horizontal) places.push_back(stroke.at);
    }
    std::sort(places.begin(), places.end());
    std::vector<double> merged;
    double last = 0;
    for (const double place : places) {
        if (merged.empty() || place - last > same_edge) merged.push_back(place);
        last = place;
    }
    return merged;
}

/// Whether the side at `at` between `from` and `to` is drawn.
bool drawn(const std::vector<Stroke>& frame, bool horizontal, double at, double from, double to) {
    double length = 0;
    for (const Stroke& stroke : frame) {
        if (stroke.horizontal != horizontal || std::abs(stroke.at - at) > same_edge + 0.5) continue;
        length += std::max(0.0, std::min(to, stroke.to) - std::max(from, stroke.from));
    }
    return length >= covered * (to - from);
}

std::size_t slot(const std::vector<double>& edges, double at) {
    const auto above = std::upper_bound(edges.begin(), edges.end(), at);
    if (above == edges.begin() || above == edges.end()) return edges.size();
    return static_cast<std::size_t>(above - edges.begin()) - 1;
}

/// Cells without a border between them are one. Takes the largest rectangle from the upper left that is open.
std::vector<GridCell> merged_cells(const std::vector<Stroke>& frame, const std::vector<double>& xs, const std::vector<double>& ys,
                                   std::vector<std::size_t>& owner) {
    const std::size_t columns = xs.size() - 1;
    const std::size_t rows = ys.size() - 1;
    owner.assign(rows * columns, rows * columns);
    std::vector<GridCell> cells;
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            if (owner[r * columns + c] != rows * columns) continue;
            std::size_t wide = 1;
            while (c + wide < columns && owner[r * columns + c + wide] == rows * columns && !drawn(frame, false, xs[c + wide], ys[r], ys[r + 1])) ++wide;
            std::size_t high = 1;
            const auto open_below = [&] {
                if (r + high >= rows) return false;
                for (std::size_t k = c; k < c + wide; ++k) {
                    if (drawn(frame, true, ys[r + high], xs[k], xs[k + 1])) return false;
                    if (k > c && drawn(frame, false, xs[k], ys[r + high], ys[r + high + 1])) return false;
                }
                return true;
            };
            while (open_below()) ++high;
            for (std::size_t y = r; y < r + high; ++y) {
                for (std::size_t x = c; x < c + wide; ++x) owner[y * columns + x] = cells.size();
            }
            cells.push_back({static_cast<int>(r), static_cast<int>(c), static_cast<int>(high), static_cast<int>(wide), {}});
        }
    }
    return cells;
}

std::optional<Grid> grid_of(const std::vector<Stroke>& frame, const TextPage& page, std::vector<bool>& taken) {
    const std::vector<double> xs = borders(frame, false);
    const std::vector<double> ys = borders(frame, true);
    if (xs.size() < 3 || ys.size() < 2 || xs.size() > most_columns || ys.size() > most_rows) return std::nullopt;
    Grid grid;
    grid.rows = static_cast<int>(ys.size()) - 1;
    grid.columns = static_cast<int>(xs.size()) - 1;
    grid.edges = xs;
    grid.box = {xs.front(), ys.front(), xs.back(), ys.back()};
    std::vector<std::size_t> owner;
    grid.cells = merged_cells(frame, xs, ys, owner);
    if (grid.cells.size() < 2) return std::nullopt;
    std::vector<std::size_t> inside;
    for (std::size_t w = 0; w < page.words.size(); ++w) {
        if (taken[w]) continue;
        const Box& box = page.words[w].box;
        const std::size_t column = slot(xs, box.mid_x());
        const std::size_t row = slot(ys, box.mid_y());
        if (column + 1 >= xs.size() || row + 1 >= ys.size()) continue;
        grid.cells[owner[row * (xs.size() - 1) + column]].words.push_back(w);
        inside.push_back(w);
    }
    const auto filled = std::count_if(grid.cells.begin(), grid.cells.end(), [](const GridCell& cell) { return !cell.words.empty(); });
    if (filled < 2) return std::nullopt;
    // A frame around a page's running text is no table: one cell holds nearly everything.
    const auto most = std::max_element(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) { return a.words.size() < b.words.size(); });
    if (most->words.size() > 60 && static_cast<double>(most->words.size()) > 0.8 * static_cast<double>(inside.size())) return std::nullopt;
    for (const std::size_t w : inside) taken[w] = true;
    return grid;
}

}  // namespace

std::vector<Grid> ruled_grids(const TextPage& page, std::vector<bool>& taken) {
    std::vector<Grid> grids;
    if (page.rulings.size() > most_rulings) return grids;
    for (const std::vector<Stroke>& frame : frames_of(strokes_of(page))) {
        if (auto grid = grid_of(frame, page, taken)) grids.push_back(std::move(*grid));
    }
    return grids;
}

}  // namespace planlezer
