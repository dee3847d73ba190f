#include "extractors/pdf/path_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace planlezer {

namespace {

constexpr double flatness = 0.03;    // points between a curve and its chords
constexpr double same_place = 1e-3;  // points

Point at(const GfxState& state, const GfxSubpath& part, int index) {
    Point point;
    state.transform(part.getX(index), part.getY(index), &point.x, &point.y);
    return point;
}

/// Chords of a Bézier curve, without its first point.
void add_curve(Ring& points, const std::array<Point, 4>& c) {
    // The distance of a curve to its chord is bounded by its second differences.
    const double bend = std::max(std::hypot(c[0].x - 2 * c[1].x + c[2].x, c[0].y - 2 * c[1].y + c[2].y),
                                 std::hypot(c[1].x - 2 * c[2].x + c[3].x, c[1].y - 2 * c[2].y + c[3].y));
    const int steps = static_cast<int>(std::clamp(std::ceil(std::sqrt(0.75 * bend / flatness)), 1.0, 64.0));
    for (int i = 1; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double u = 1 - t;
        const std::array<double, 4> w{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
        points.push_back({w[0] * c[0].x + w[1] * c[1].x + w[2] * c[2].x + w[3] * c[3].x,
                          w[0] * c[0].y + w[1] * c[1].y + w[2] * c[2].y + w[3] * c[3].y});
    }
}

DrawnLine line_of(const GfxState& state, const GfxSubpath& part) {
    DrawnLine line;
    line.points.push_back(at(state, part, 0));
    for (int i = 1; i < part.getNumPoints(); ++i) {
        if (part.getCurve(i) && i + 2 < part.getNumPoints()) {
            add_curve(line.points, {at(state, part, i - 1), at(state, part, i), at(state, part, i + 1), at(state, part, i + 2)});
            line.curved = true;
            i += 2;
        } else {
            line.points.push_back(at(state, part, i));
        }
    }
    line.closed = part.isClosed();
    const auto same = [](const Point& a, const Point& b) { return std::hypot(a.x - b.x, a.y - b.y) < same_place; };
    line.points.erase(std::unique(line.points.begin(), line.points.end(), same), line.points.end());
    if (line.points.size() > 3 && same(line.points.front(), line.points.back())) {
        line.points.pop_back();
        line.closed = true;
    }
    return line;
}

}  // namespace

std::vector<DrawnLine> path_lines(const GfxState& state) {
    std::vector<DrawnLine> lines;
    const GfxPath* path = state.getPath();
    for (int i = 0; path != nullptr && i < path->getNumSubpaths(); ++i) {
        if (path->getSubpath(i)->getNumPoints() < 2) continue;
        DrawnLine line = line_of(state, *path->getSubpath(i));
        if (std::ranges::all_of(line.points, [](const Point& p) { return std::isfinite(p.x + p.y); })) lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace planlezer
