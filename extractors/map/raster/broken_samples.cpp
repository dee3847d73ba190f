#include "extractors/map/raster/broken_samples.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
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

/// The mean of the ink in the middle of the dashes.
Rgb colour_of(const std::vector<Point>& middles, const SheetRaster& raster) {
    double r = 0;
    double g = 0;
    double b = 0;
    for (const Point& p : middles) {
        const Rgb& ink = raster.at(std::clamp(static_cast<int>(p.x) / raster.block, 0, raster.columns - 1), std::clamp(static_cast<int>(p.y) / raster.block, 0, raster.rows - 1)).ink;
        r += ink.r;
        g += ink.g;
        b += ink.b;
    }
    const auto mean = [&middles](double sum) { return static_cast<std::uint8_t>(std::lround(sum / static_cast<double>(middles.size()))); };
    return {mean(r), mean(g), mean(b)};
}

Point middle_of(const LinePiece& piece) { return {(piece.a.x + piece.b.x) / 2, (piece.a.y + piece.b.y) / 2}; }

/// The ends that lie farthest apart: a row of dashes may run against the way its pieces do.
Ring far_ends(const DashChain& chain) {
    Ring best;
    for (const Point& from : {chain.pieces.front().a, chain.pieces.front().b}) {
        for (const Point& to : {chain.pieces.back().a, chain.pieces.back().b}) {
            if (best.empty() || plane::distance(from, to) > plane::distance(best[0], best[1])) best = {from, to};
        }
    }
    return best;
}

/// From end to end, when it is level, straight and no longer than a sample.
std::optional<SheetLine> line_of(const DashChain& chain, const SheetRaster& raster) {
    const auto points = [&raster](const Point& p) { return Point{p.x * raster.x_points, p.y * raster.y_points}; };
    SheetLine line;
    for (const Point& end : far_ends(chain)) line.points.push_back(points(end));
    line.width = chain.pieces[chain.pieces.size() / 2].width * raster.x_points;
    line.dash = chain.dotted ? LineDash::dotted : LineDash::dashed;
    if (!is_level(line) || plane::distance(line.points[0], line.points[1]) > longest_sample) return std::nullopt;
    std::vector<Point> middles;
    for (const LinePiece& piece : chain.pieces) {
        if (plane::distance_to_segment(points(piece.a), line.points[0], line.points[1]) > 1.5) return std::nullopt;
        middles.push_back(middle_of(piece));
    }
    line.colour = colour_of(middles, raster);
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

/// A swatch drawn in dashes: all of them along the sides of one box, in one row of dashes or in several that lie close.
class DashedBoxes {
  public:
    DashedBoxes(const std::vector<DashChain>& chains, const SheetRaster& raster) : raster_(raster) {
        for (const DashChain& chain : chains) {
            Group group;
            for (const LinePiece& piece : chain.pieces) {
                const Ring dash{in_points(piece.a), in_points(piece.b)};
                group.dashes.push_back(dash);
                group.widths.push_back(piece.width * raster_.x_points);
                group.middles.push_back(middle_of(piece));
                group.box = group.dashes.size() == 1 ? plane::box_of(dash) : united(group.box, plane::box_of(dash));
            }
            if (may_be_swatch(group.box)) groups_.push_back(std::move(group));
        }
    }

    std::vector<SheetLine> find() {
        join();
        std::vector<SheetLine> boxes;
        for (Group& group : groups_) {
            if (!is_box(group)) continue;
            const Box& b = group.box;
            SheetLine line;
            line.points = {{b.x0, b.y0}, {b.x1, b.y0}, {b.x1, b.y1}, {b.x0, b.y1}, {b.x0, b.y0}};
            line.dash = LineDash::dashed;
            const auto middle = group.widths.begin() + static_cast<std::ptrdiff_t>(group.widths.size() / 2);
            std::ranges::nth_element(group.widths, middle);
            line.width = *middle;
            line.period = period_of(group);
            line.colour = colour_of(group.middles, raster_);
            boxes.push_back(std::move(line));
        }
        return boxes;
    }

  private:
    static constexpr double highest = 40;  // points

    struct Group {
        std::vector<Ring> dashes;
        std::vector<double> widths;
        std::vector<Point> middles;  ///< pixels
        Box box;
    };

    [[nodiscard]] Point in_points(const Point& p) const { return {p.x * raster_.x_points, p.y * raster_.y_points}; }

    static bool may_be_swatch(const Box& box) { return box.width() <= longest_sample && box.height() <= highest; }

    /// Rows that lie as close as their dashes make one swatch.
    void join() {
        constexpr double close = 5;  // points
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            for (std::size_t j = 0; j < groups_.size();) {
                const Box both = united(groups_[i].box, groups_[j].box);
                if (i == j || groups_[j].dashes.empty() || groups_[i].dashes.empty() || !may_be_swatch(both) || !plane::meet(plane::grown(groups_[i].box, close), groups_[j].box) || !lie_along(groups_[i], both) || !lie_along(groups_[j], both)) {
                    ++j;
                    continue;
                }
                groups_[i].dashes.insert(groups_[i].dashes.end(), groups_[j].dashes.begin(), groups_[j].dashes.end());
                groups_[i].widths.insert(groups_[i].widths.end(), groups_[j].widths.begin(), groups_[j].widths.end());
                groups_[i].middles.insert(groups_[i].middles.end(), groups_[j].middles.begin(), groups_[j].middles.end());
                groups_[i].box = both;
                groups_[j] = {};
                j = 0;
            }
        }
        std::erase_if(groups_, [](const Group& group) { return group.dashes.empty(); });
    }

    static bool lie_along(const Group& group, const Box& box) {
        constexpr double beside = 1.2;  // points
        return std::ranges::all_of(group.dashes, [&box](const Ring& dash) {
            const auto both = [&dash](auto off) { return off(dash[0]) < beside && off(dash[1]) < beside; };
            return both([&box](const Point& p) { return std::abs(p.y - box.y0); }) || both([&box](const Point& p) { return std::abs(p.y - box.y1); }) ||
                   both([&box](const Point& p) { return std::abs(p.x - box.x0); }) || both([&box](const Point& p) { return std::abs(p.x - box.x1); });
        });
    }

    static bool is_box(const Group& group) {
        constexpr std::size_t least_dashes = 4;
        constexpr double least_height = 6;  // points
        const Box& box = group.box;
        if (group.dashes.size() < least_dashes || box.height() < least_height || box.height() > 0.6 * box.width() || !lie_along(group, box)) return false;
        const auto on = [&group](double y) {
            return std::ranges::any_of(group.dashes, [y](const Ring& dash) { return std::abs(dash[0].y - y) < 1.2 && std::abs(dash[1].y - y) < 1.2; });
        };
        return on(box.y0) && on(box.y1);
    }

    /// From the middle of one dash to the next along the longer sides; 0 when it is not the same everywhere.
    static double period_of(const Group& group) {
        constexpr double dot = 0.5;      // of the longest dash
        constexpr double at_corner = 1;  // points: there a dash is cut off
        constexpr double regular = 1.2;  // as a factor
        constexpr std::size_t least_periods = 3;
        std::vector<Box> flat;
        double longest = 0;
        for (const Ring& dash : group.dashes) {
            const Box box = plane::box_of(dash);
            if (std::abs(dash[0].y - dash[1].y) > 1 || box.x0 < group.box.x0 + at_corner || box.x1 > group.box.x1 - at_corner) continue;
            flat.push_back(box);
            longest = std::max(longest, box.width());
        }
        std::erase_if(flat, [&](const Box& dash) { return dash.width() < dot * longest; });
        std::ranges::sort(flat, {}, &Box::x0);
        std::vector<double> periods;
        for (std::size_t i = 0; i < flat.size(); ++i) {
            const auto next = std::ranges::find_if(flat.begin() + static_cast<std::ptrdiff_t>(i) + 1, flat.end(), [&](const Box& other) { return std::abs(other.mid_y() - flat[i].mid_y()) < 1.5; });
            if (next != flat.end()) periods.push_back(next->mid_x() - flat[i].mid_x());
        }
        if (periods.size() < least_periods) return 0;
        const auto [least, most] = std::ranges::minmax(periods);
        return most < regular * least ? (least + most) / 2 : 0;
    }

    const SheetRaster& raster_;
    std::vector<Group> groups_;
};

}  // namespace

void add_broken_samples(const SheetRaster& raster, const std::vector<DashChain>& chains, std::vector<SheetLine>& lines) {
    join_dashes(lines);
    for (const DashChain& chain : chains) {
        // Two dashes may be anything.
        if (chain.pieces.size() < 3) continue;
        if (auto line = line_of(chain, raster)) lines.push_back(std::move(*line));
    }
    std::ranges::move(DashedBoxes(chains, raster).find(), std::back_inserter(lines));
}

}  // namespace planlezer
