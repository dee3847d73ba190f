#include "extractors/map/raster/dotted_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double least_dot = 0.2;     // millimetres
constexpr double largest_dot = 1.2;
constexpr double widest_step = 3;     // millimetres from dot to dot of a line
constexpr double most_steps = 4.5;    // dots a step: dots strewn to fill an area stand wider
constexpr double widest_strewn = 6;   // millimetres
constexpr double most_strewn = 14;    // dots a step
constexpr std::size_t strewn = 3;     // neighbours one step away: a dot of a line has two
constexpr double same_step = 1.35;
constexpr double same_size = 1.6;
constexpr std::size_t least_dots = 6;
constexpr std::size_t least_run = 3;  // dots on end of a line that others cross

class DotFinder {
  public:
    DotFinder(const SheetRaster& raster, const Components& ink, std::vector<bool>& used) : raster_(raster), ink_(ink), used_(used) {}

    /// Those that fill an area are neither text nor line.
    void set_aside_strewn() {
        find_dots();
        link(widest_strewn, most_strewn);
        for (const Dot& dot : dots_) {
            if (dot.links.size() < strewn) continue;
            used_[dot.component] = true;
            // At the edge of the area there are fewer.
            for (const std::size_t other : dot.links) used_[dots_[other].component] = true;
        }
    }

    std::vector<DashChain> find() {
        find_dots();
        link(widest_step, most_steps);
        std::vector<Row> rows;
        // From the ends first; then what goes round.
        for (const bool from_ends : {true, false}) {
            for (std::size_t i = 0; i < dots_.size(); ++i) {
                if (dots_[i].seen || dots_[i].links.empty() || dots_[i].links.size() > 2 || (from_ends && dots_[i].links.size() != 1)) continue;
                Row row = follow(i);
                if (row.size() >= least_run) rows.push_back(std::move(row));
            }
        }
        join(rows);
        std::vector<DashChain> chains;
        for (const Row& row : rows) {
            if (row.size() >= least_dots) chains.push_back(chain_of(row));
        }
        return chains;
    }

  private:
    struct Dot {
        std::size_t component = 0;
        Point at;          ///< pixels
        double size = 0;   ///< pixels
        std::vector<std::size_t> links;
        bool seen = false;
    };

    void find_dots() {
        for (std::size_t i = 0; i < ink_.list.size(); ++i) {
            const Component& c = ink_.list[i];
            const double longer = std::max(c.box.width(), c.box.height());
            const double shorter = std::min(c.box.width(), c.box.height());
            if (used_[i] || longer > raster_.pixels(largest_dot) || longer < raster_.pixels(least_dot) || longer > same_size * shorter) continue;
            if (static_cast<double>(c.pixels) < 0.55 * longer * shorter) continue;
            const Point at{(c.box.x0 + c.box.x1) / 2.0, (c.box.y0 + c.box.y1) / 2.0};
            index_.add(dots_.size(), {at.x, at.y, at.x, at.y});
            dots_.push_back({i, at, (longer + shorter) / 2, {}, false});
        }
    }

    [[nodiscard]] std::vector<std::size_t> near(std::size_t i, double widest, double most) const {
        const Dot& dot = dots_[i];
        const double reach = std::min(raster_.pixels(widest), most * dot.size);
        std::vector<std::size_t> found;
        for (const std::size_t j : index_.meeting(plane::grown({dot.at.x, dot.at.y, dot.at.x, dot.at.y}, reach))) {
            const double ratio = std::max(dot.size, dots_[j].size) / std::min(dot.size, dots_[j].size);
            if (i != j && ratio <= same_size && plane::distance(dot.at, dots_[j].at) <= reach) found.push_back(j);
        }
        return found;
    }

    /// Each to those about as far as the nearest. In a line that is one on either side; strewn dots have more.
    void link(double widest, double most) {
        std::vector<double> steps(dots_.size(), 0);
        std::vector<std::vector<std::size_t>> around(dots_.size());
        for (std::size_t i = 0; i < dots_.size(); ++i) {
            around[i] = near(i, widest, most);
            for (const std::size_t j : around[i]) {
                const double step = plane::distance(dots_[i].at, dots_[j].at);
                if (steps[i] <= 0 || step < steps[i]) steps[i] = step;
            }
        }
        for (std::size_t i = 0; i < dots_.size(); ++i) {
            for (const std::size_t j : around[i]) {
                if (plane::distance(dots_[i].at, dots_[j].at) <= same_step * std::min(steps[i], steps[j])) dots_[i].links.push_back(j);
            }
        }
    }

    using Row = std::vector<std::size_t>;

    [[nodiscard]] double step_of(const Row& row) const { return plane::distance(dots_[row.front()].at, dots_[row.back()].at) / static_cast<double>(row.size() - 1); }

    /// Whether the second row goes on where the first ends: behind another line that hides a dot or two, or round a corner whose dot
    /// is bent.
    [[nodiscard]] bool goes_on(const Row& row, const Row& next) const {
        constexpr double same_rows = 1.3;  // of their steps
        constexpr double hidden = 4.3;     // steps
        constexpr double straight = 9;     // degrees
        constexpr double to_corner = 1.7;  // steps
        const double step = step_of(row);
        const double other = step_of(next);
        if (std::max(step, other) > same_rows * std::min(step, other)) return false;
        const Point& from = dots_[row.back()].at;
        const Point& to = dots_[next.front()].at;
        const double gap = plane::distance(from, to);
        if (gap > hidden * step) return false;
        const double out = plane::direction(dots_[row[row.size() - 2]].at, from);
        const double in = plane::direction(to, dots_[next[1]].at);
        const double way = plane::direction(from, to);
        if (plane::turn_between(out, way) < straight && plane::turn_between(way, in) < straight) return true;
        const auto corner = plane::crossing(dots_[row.front()].at, from, dots_[next.back()].at, to);
        if (!corner || plane::turn_between(out, in) > 120) return false;
        const bool ahead = plane::turn_between(out, plane::direction(from, *corner)) < 45 && plane::turn_between(in, plane::direction(*corner, to)) < 45;
        return ahead && plane::distance(from, *corner) < to_corner * step && plane::distance(to, *corner) < to_corner * step;
    }

    /// Rows of which one goes on where another ends become one.
    void join(std::vector<Row>& rows) const {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = 0; j < rows.size();) {
                if (i == j || rows[i].empty() || rows[j].empty() || !joined(rows[i], rows[j])) {
                    ++j;
                    continue;
                }
                rows[j].clear();
                j = 0;
            }
        }
        std::erase_if(rows, &Row::empty);
    }

    /// Either end of the one to either end of the other.
    bool joined(Row& row, Row next) const {
        for (int turn = 0; turn < 4; ++turn) {
            if (goes_on(row, next)) {
                row.insert(row.end(), next.begin(), next.end());
                return true;
            }
            std::ranges::reverse(turn % 2 == 0 ? next : row);
        }
        return false;
    }

    Row follow(std::size_t start) {
        Row row;
        for (std::size_t at = start; !dots_[at].seen && dots_[at].links.size() <= 2;) {
            dots_[at].seen = true;
            row.push_back(at);
            const auto next = std::ranges::find_if(dots_[at].links, [this](std::size_t j) { return !dots_[j].seen; });
            if (next == dots_[at].links.end()) break;
            at = *next;
        }
        return row;
    }

    DashChain chain_of(const Row& row) {
        DashChain chain;
        chain.dotted = true;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Dot& dot = dots_[row[i]];
            const Point& before = dots_[row[i > 0 ? i - 1 : 0]].at;
            const Point& behind = dots_[row[std::min(i + 1, row.size() - 1)]].at;
            const double length = std::max(1e-6, plane::distance(before, behind));
            const Point half{dot.size / 2 * (behind.x - before.x) / length, dot.size / 2 * (behind.y - before.y) / length};
            chain.pieces.push_back({dot.component, {dot.at.x - half.x, dot.at.y - half.y}, {dot.at.x + half.x, dot.at.y + half.y}, dot.size, dot.size});
            used_[dot.component] = true;
        }
        for (std::size_t i = 1; i < row.size(); ++i) add_bridge(chain, row, i);
        return chain;
    }

    /// From a dot to the next; round a corner by way of it.
    void add_bridge(DashChain& chain, const Row& row, std::size_t to) const {
        constexpr double corner_turn = 25;  // degrees
        const Point& before = dots_[row[to - 1]].at;
        const Point& next = dots_[row[to]].at;
        if (to >= 2 && to + 1 < row.size()) {
            const Point& from = dots_[row[to - 2]].at;
            const Point& onto = dots_[row[to + 1]].at;
            const bool turns = plane::turn_between(plane::direction(from, before), plane::direction(next, onto)) > corner_turn;
            const auto corner = turns ? plane::crossing(from, before, next, onto) : std::nullopt;
            const double gap = plane::distance(before, next);
            if (corner && plane::distance(before, *corner) < gap && plane::distance(next, *corner) < gap) {
                chain.bridges.push_back({before, *corner});
                chain.bridges.push_back({*corner, next});
                return;
            }
        }
        chain.bridges.push_back({chain.pieces[to - 1].b, chain.pieces[to].a});
    }

    const SheetRaster& raster_;
    const Components& ink_;
    std::vector<bool>& used_;
    std::vector<Dot> dots_;
    BoxIndex index_{30};
};

}  // namespace

void set_aside_strewn_dots(const SheetRaster& raster, const Components& ink, std::vector<bool>& used) { DotFinder(raster, ink, used).set_aside_strewn(); }

std::vector<DashChain> dotted_lines(const SheetRaster& raster, const Components& ink, std::vector<bool>& used) { return DotFinder(raster, ink, used).find(); }

}  // namespace planlezer
