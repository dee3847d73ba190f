#include "extractors/map/raster/ticked_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace planlezer {

namespace {

constexpr double shortest = 6;     // millimetres
constexpr double longest = 60;
constexpr double deepest = 3;      // millimetres: line and ticks
constexpr double level = 0.06;     // rise to run; a sheet may lie askew
constexpr double whole = 0.95;     // of the columns that have the line
constexpr double off_line = 1.3;   // pixels that its free edge may lie aside
constexpr double most_teeth = 0.5;  // of the columns
constexpr double least_teeth = 0.02;

/// One run of ink in each column, on one side of the component.
struct Edge {
    std::vector<double> at;     ///< rows, from the free side on; less than 0 where a column is empty
    std::vector<double> thick;  ///< pixels
};

Edge edge_of(const Component& component, const Components& ink, bool from_below) {
    const PixelBox& b = component.box;
    const auto height = static_cast<std::size_t>(b.height());
    std::vector<bool> set(height * static_cast<std::size_t>(b.width()), false);
    for (const PixelRun& run : ink.of(component)) {
        const auto row = static_cast<std::size_t>(from_below ? b.y1 - 1 - run.y : run.y - b.y0);
        for (int x = run.x0; x < run.x1; ++x) set[static_cast<std::size_t>(x - b.x0) * height + row] = true;
    }
    Edge edge;
    for (std::size_t column = 0; column < static_cast<std::size_t>(b.width()); ++column) {
        std::size_t first = 0;
        while (first < height && !set[column * height + first]) ++first;
        std::size_t last = first;
        while (last < height && set[column * height + last]) ++last;
        edge.at.push_back(first < height ? static_cast<double>(first) : -1);
        edge.thick.push_back(static_cast<double>(last - first));
    }
    return edge;
}

/// The straight line that most of the edge lies on, by the means of its halves.
struct Straight {
    double start = 0;
    double slope = 0;
    explicit Straight(const std::vector<double>& rows) {
        const auto half = static_cast<std::ptrdiff_t>(rows.size() / 2);
        const auto median = [](std::vector<double> part) {
            std::ranges::nth_element(part, part.begin() + static_cast<std::ptrdiff_t>(part.size() / 2));
            return part[part.size() / 2];
        };
        const double left = median({rows.begin(), rows.begin() + half});
        const double right = median({rows.begin() + half, rows.end()});
        slope = (right - left) / static_cast<double>(half);
        start = left - slope * static_cast<double>(half) / 2;
    }
    [[nodiscard]] double at(double column) const { return start + slope * column; }
};

std::optional<TickedLine> line_on(const Component& component, const Edge& edge, bool from_below) {
    const Straight line(edge.at);
    if (std::abs(line.slope) > level) return std::nullopt;
    const auto columns = static_cast<double>(edge.at.size());
    double on_line = 0;
    for (std::size_t i = 0; i < edge.at.size(); ++i) on_line += edge.at[i] >= 0 && std::abs(edge.at[i] - line.at(static_cast<double>(i))) < off_line ? 1 : 0;
    if (on_line < whole * columns) return std::nullopt;
    std::vector<double> thick = edge.thick;
    std::ranges::nth_element(thick, thick.begin() + static_cast<std::ptrdiff_t>(thick.size() / 2));
    const double width = thick[thick.size() / 2];
    const auto deep = static_cast<double>(std::ranges::count_if(edge.thick, [width](double t) { return t > 1.6 * width + 1; }));
    if (width <= 0 || deep > most_teeth * columns || deep < least_teeth * columns) return std::nullopt;
    const auto row = [&](double column) {
        const double depth = line.at(column) + width / 2;
        return from_below ? component.box.y1 - depth : component.box.y0 + depth;
    };
    return TickedLine{{static_cast<double>(component.box.x0), row(0)}, {static_cast<double>(component.box.x1), row(columns)}, width};
}

}  // namespace

std::optional<TickedLine> ticked_line(const Component& component, const Components& ink, const SheetRaster& raster) {
    const PixelBox& b = component.box;
    if (b.width() < raster.pixels(shortest) || b.width() > raster.pixels(longest) || b.height() > raster.pixels(deepest) || b.height() > 0.3 * b.width()) return std::nullopt;
    for (const bool from_below : {false, true}) {
        if (const auto found = line_on(component, edge_of(component, ink, from_below), from_below)) return found;
    }
    return std::nullopt;
}

}  // namespace planlezer
