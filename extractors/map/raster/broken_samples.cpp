#include "extractors/map/raster/broken_samples.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double longest_sample = 140;  // points
constexpr double least_piece = 5;       // points
constexpr double widest_gap = 0.8;      // of the longer piece
constexpr double same_width = 1.5;
constexpr double level = 3;             // degrees

bool is_level(const SheetLine& line) {
    return !line.closed && line.points.size() == 2 && plane::turn_between(plane::direction(line.points[0], line.points[1]), 0, 180) < level;
}

/// From end to end, when it is level, straight and no longer than a sample.
std::optional<SheetLine> line_of(const DashChain& chain, const SheetRaster& raster) {
    const auto points = [&raster](const Point& p) { return Point{p.x * raster.x_points, p.y * raster.y_points}; };
    SheetLine line;
    line.points = {points(chain.pieces.front().a), points(chain.pieces.back().b)};
    line.width = chain.pieces[chain.pieces.size() / 2].width * raster.x_points;
    line.dash = chain.dotted ? LineDash::dotted : LineDash::dashed;
    if (!is_level(line) || plane::distance(line.points[0], line.points[1]) > longest_sample) return std::nullopt;
    for (const LinePiece& piece : chain.pieces) {
        if (plane::distance_to_segment(points(piece.a), line.points[0], line.points[1]) > 1.5) return std::nullopt;
    }
    return line;
}

/// The next dash of one row.
bool goes_on(const SheetLine& line, const SheetLine& next) {
    const Box a = plane::box_of(line.points);
    const Box b = plane::box_of(next.points);
    const double longer = std::max(b.width(), line.dash == LineDash::dashed ? 0 : a.width());
    const double gap = b.x0 - a.x1;
    if (gap < 0.5 || gap > widest_gap * longer || std::abs(a.mid_y() - b.mid_y()) > 1 || b.x1 - a.x0 > longest_sample) return false;
    return std::max(line.width, next.width) < same_width * std::min(line.width, next.width) && std::min(a.width(), b.width()) >= least_piece;
}

void join_dashes(std::vector<SheetLine>& lines) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_level(lines[i]) && lines[i].dash == LineDash::solid) order.push_back(i);
    }
    std::ranges::sort(order, {}, [&lines](std::size_t i) { return plane::box_of(lines[i].points).x0; });
    std::vector<bool> gone(lines.size(), false);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (gone[order[i]]) continue;
        SheetLine& line = lines[order[i]];
        for (std::size_t j = i + 1; j < order.size(); ++j) {
            if (gone[order[j]] || !goes_on(line, lines[order[j]])) continue;
            const Box box = united(plane::box_of(line.points), plane::box_of(lines[order[j]].points));
            line.points = {{box.x0, box.mid_y()}, {box.x1, box.mid_y()}};
            line.dash = LineDash::dashed;
            gone[order[j]] = true;
        }
    }
    std::size_t at = 0;
    std::erase_if(lines, [&](const SheetLine&) { return gone[at++]; });
}

}  // namespace

void add_broken_samples(const SheetRaster& raster, const std::vector<DashChain>& chains, std::vector<SheetLine>& lines) {
    join_dashes(lines);
    for (const DashChain& chain : chains) {
        // Two dashes may be anything.
        if (chain.pieces.size() < 3) continue;
        if (auto line = line_of(chain, raster)) lines.push_back(std::move(*line));
    }
}

}  // namespace planlezer
