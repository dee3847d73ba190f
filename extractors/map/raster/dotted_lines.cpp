#include "extractors/map/raster/dotted_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

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
        std::vector<DashChain> chains;
        // From the ends first; then what goes round.
        for (const bool from_ends : {true, false}) {
            for (std::size_t i = 0; i < dots_.size(); ++i) {
                if (dots_[i].seen || dots_[i].links.empty() || dots_[i].links.size() > 2 || (from_ends && dots_[i].links.size() != 1)) continue;
                const std::vector<std::size_t> row = follow(i);
                if (row.size() >= least_dots) chains.push_back(chain_of(row));
            }
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

    std::vector<std::size_t> follow(std::size_t start) {
        std::vector<std::size_t> row;
        for (std::size_t at = start; !dots_[at].seen && dots_[at].links.size() <= 2;) {
            dots_[at].seen = true;
            row.push_back(at);
            const auto next = std::ranges::find_if(dots_[at].links, [this](std::size_t j) { return !dots_[j].seen; });
            if (next == dots_[at].links.end()) break;
            at = *next;
        }
        return row;
    }

    DashChain chain_of(const std::vector<std::size_t>& row) {
        DashChain chain;
        chain.dotted = true;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Dot& dot = dots_[row[i]];
            const Point& before = dots_[row[i > 0 ? i - 1 : 0]].at;
            const Point& behind = dots_[row[std::min(i + 1, row.size() - 1)]].at;
            const double length = std::max(1e-6, plane::distance(before, behind));
            const Point half{dot.size / 2 * (behind.x - before.x) / length, dot.size / 2 * (behind.y - before.y) / length};
            chain.pieces.push_back({dot.component, {dot.at.x - half.x, dot.at.y - half.y}, {dot.at.x + half.x, dot.at.y + half.y}, dot.size, dot.size});
            if (i > 0) chain.bridges.push_back({chain.pieces[i - 1].b, chain.pieces[i].a});
            used_[dot.component] = true;
        }
        return chain;
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
