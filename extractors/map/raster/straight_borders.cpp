#include "extractors/map/raster/straight_borders.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double smoothness = 1.0;     // blocks: the band in which the steps of a slanting line lie, and the teeth that hatching leaves
constexpr std::size_t least_fit = 6;   // steps: fewer tell no direction
constexpr double most_moved = 1.5;     // blocks from a corner of the steps to one of the lines
constexpr double least_turn = 0.25;    // sine: lines that turn less meet anywhere
constexpr std::size_t long_run = 12;   // steps of a line that has a corner with the next one
constexpr double cut_corner = 8;        // blocks, about a millimetre

struct Line {
    Point on;
    Point along;  // of length one
};

/// A slanting line climbs by steps of a block; their middles lie around it.
Ring middles(const Ring& stairs) {
    Ring found{stairs.front()};
    for (std::size_t i = 1; i < stairs.size(); ++i) found.push_back({(stairs[i - 1].x + stairs[i].x) / 2, (stairs[i - 1].y + stairs[i].y) / 2});
    found.push_back(stairs.back());
    return found;
}

/// Least squares across the line.
std::optional<Line> fitted(std::span<const Point> points) {
    if (points.size() < least_fit) return std::nullopt;
    const auto count = static_cast<double>(points.size());
    Point mean{0, 0};
    for (const Point& p : points) mean = {mean.x + p.x / count, mean.y + p.y / count};
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (const Point& p : points) {
        xx += (p.x - mean.x) * (p.x - mean.x);
        xy += (p.x - mean.x) * (p.y - mean.y);
        yy += (p.y - mean.y) * (p.y - mean.y);
    }
    const double angle = std::atan2(2 * xy, xx - yy) / 2;
    return Line{mean, {std::cos(angle), std::sin(angle)}};
}

Point nearest_on(const Line& line, const Point& p) {
    const double t = (p.x - line.on.x) * line.along.x + (p.y - line.on.y) * line.along.y;
    return {line.on.x + t * line.along.x, line.on.y + t * line.along.y};
}

std::optional<Point> crossing(const Line& a, const Line& b) {
    if (std::abs(a.along.x * b.along.y - a.along.y * b.along.x) < least_turn) return std::nullopt;
    return plane::crossing(a.on, {a.on.x + a.along.x, a.on.y + a.along.y}, b.on, {b.on.x + b.along.x, b.on.y + b.along.y});
}

/// Where the lines before and after a corner put it.
Point settled(const Point& corner, const std::optional<Line>& before, const std::optional<Line>& after) {
    Point moved = corner;
    if (before && after) {
        const Point a = nearest_on(*before, corner);
        const Point b = nearest_on(*after, corner);
        moved = crossing(*before, *after).value_or(Point{(a.x + b.x) / 2, (a.y + b.y) / 2});
    } else if (before || after) {
        moved = nearest_on(before ? *before : *after, corner);
    }
    return plane::distance(moved, corner) > most_moved ? corner : moved;
}

/// Where Douglas-Peucker keeps a point, in order. \param points a line that comes round is cut at its furthest point
std::vector<std::size_t> corners_of(const Ring& points) {
    std::vector<std::size_t> found;
    const auto add = [&](std::size_t first, std::size_t last) {
        std::size_t at = first;
        for (const Point& p : plane::simplified_line(Ring(points.begin() + static_cast<std::ptrdiff_t>(first), points.begin() + static_cast<std::ptrdiff_t>(last) + 1), smoothness)) {
            while (points[at] != p) ++at;
            found.push_back(at);
        }
    };
    if (points.front() != points.back()) {
        add(0, points.size() - 1);
        return found;
    }
    const auto far = static_cast<std::size_t>(std::ranges::max_element(points, {}, [&](const Point& p) { return plane::distance(p, points[0]); }) - points.begin());
    add(0, far);
    found.pop_back();
    add(far, points.size() - 1);
    return found;
}

/// A piece of the line between two corners.
struct Run {
    Point from;
    std::size_t steps;
    std::optional<Line> line;
};

std::vector<Run> runs_of(const Ring& points) {
    std::vector<Run> runs;
    const std::vector<std::size_t> corners = corners_of(points);
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const std::size_t steps = corners[i] - corners[i - 1];
        runs.push_back({points[corners[i - 1]], steps, fitted(std::span(points).subspan(corners[i - 1], steps + 1))});
    }
    return runs;
}

/// Faces that grow into a wide line meet in its middle, but cut off its corners: two long runs go on to where they cross.
std::vector<Run> with_corners(std::vector<Run> runs) {
    const auto is_long = [](const Run& run) { return run.line && run.steps >= long_run; };
    std::vector<Run> closed;
    for (auto run = runs.begin(); run != runs.end();) {
        closed.push_back(*run);
        const auto next = std::find_if(run + 1, runs.end(), is_long);
        ++run;
        if (!is_long(closed.back()) || next == runs.end()) continue;
        const std::optional<Point> corner = crossing(*closed.back().line, *next->line);
        const auto is_far = [&corner](const Run& passed) { return plane::distance(*corner, passed.from) > cut_corner; };
        if (!corner || std::any_of(run, next + 1, is_far)) continue;
        run = next;
        run->from = *corner;
    }
    return closed;
}

/// Where lines end together: moved to where they say, for all of them.
class Junctions {
  public:
    void count(const Point& at) { ++ends_[key(at)].lines; }
    [[nodiscard]] bool is_own(const Ring& closed) const { return closed.front() == closed.back() && ends_.at(key(closed.front())).lines == 2; }
    void add(const Point& at, const std::optional<Line>& line) {
        if (!line) return;
        Junction& junction = ends_[key(at)];
        const Point across{-line->along.y, line->along.x};
        const double off = (line->on.x - at.x) * across.x + (line->on.y - at.y) * across.y;
        junction.xx += across.x * across.x;
        junction.xy += across.x * across.y;
        junction.yy += across.y * across.y;
        junction.x += off * across.x;
        junction.y += off * across.y;
    }
    [[nodiscard]] Point settled(const Point& at) const {
        const Junction& junction = ends_.at(key(at));
        const double determinant = junction.xx * junction.yy - junction.xy * junction.xy;
        const Point moved{at.x + (junction.x * junction.yy - junction.y * junction.xy) / determinant, at.y + (junction.y * junction.xx - junction.x * junction.xy) / determinant};
        return plane::distance(moved, at) > most_moved ? at : moved;
    }

  private:
    /// Sums of the least squares of the distances to the lines, and a little to where it is: it stays when no line says otherwise.
    struct Junction {
        int lines = 0;
        double xx = 0.05;
        double xy = 0;
        double yy = 0.05;
        double x = 0;
        double y = 0;
    };
    static std::pair<double, double> key(const Point& at) { return {at.x, at.y}; }

    std::map<std::pair<double, double>, Junction> ends_;
};

/// A closed line starts anywhere: the middle of its longest run is no corner.
void start_in_a_run(Ring& stairs) {
    const Ring points = middles(stairs);
    const std::vector<std::size_t> corners = corners_of(points);
    std::size_t longest = 1;
    for (std::size_t i = 1; i < corners.size(); ++i) {
        if (corners[i] - corners[i - 1] > corners[longest] - corners[longest - 1]) longest = i;
    }
    const std::size_t start = std::min((corners[longest - 1] + corners[longest]) / 2, stairs.size() - 2);
    stairs.pop_back();
    std::ranges::rotate(stairs, stairs.begin() + static_cast<std::ptrdiff_t>(start));
    stairs.push_back(stairs.front());
}

}  // namespace

void straighten(std::vector<BorderLine>& borders) {
    Junctions junctions;
    for (const BorderLine& border : borders) {
        junctions.count(border.points.front());
        junctions.count(border.points.back());
    }
    std::vector<std::vector<Run>> runs;
    for (BorderLine& border : borders) {
        if (junctions.is_own(border.points)) {
            start_in_a_run(border.points);
            junctions.count(border.points.front());
        }
        runs.push_back(with_corners(runs_of(middles(border.points))));
        junctions.add(border.points.front(), runs.back().front().line);
        junctions.add(border.points.back(), runs.back().back().line);
    }
    for (std::size_t i = 0; i < borders.size(); ++i) {
        Ring line{junctions.settled(borders[i].points.front())};
        for (std::size_t k = 1; k < runs[i].size(); ++k) line.push_back(settled(runs[i][k].from, runs[i][k - 1].line, runs[i][k].line));
        line.push_back(junctions.settled(borders[i].points.back()));
        borders[i].points = std::move(line);
    }
}

}  // namespace planlezer
