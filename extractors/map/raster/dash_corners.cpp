#include "extractors/map/raster/dash_corners.hpp"

#include <algorithm>
#include <cstddef>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double least_corner = 25;    // degrees; what turns less is one row
constexpr double most_corner = 155;

/// How far ahead of the end's tip a point on its way lies.
double ahead(const DashEnd& end, const Point& p) {
    const double length = std::max(1.0, plane::distance(end.from, end.tip));
    return ((p.x - end.tip.x) * (end.tip.x - end.from.x) + (p.y - end.tip.y) * (end.tip.y - end.from.y)) / length;
}

std::optional<Point> corner_of(const DashEnd& a, const DashEnd& b) {
    if (a.kind != 0 && b.kind != 0 && a.kind != b.kind) return std::nullopt;
    const double turn = plane::turn_between(plane::direction(a.from, a.tip), plane::direction(b.from, b.tip));
    if (turn < least_corner || turn > most_corner) return std::nullopt;
    const auto corner = plane::crossing(a.from, a.tip, b.from, b.tip);
    if (!corner || ahead(a, *corner) < 0 || ahead(b, *corner) < 0 || ahead(a, *corner) > a.reach || ahead(b, *corner) > b.reach) return std::nullopt;
    return corner;
}

}  // namespace

std::vector<std::optional<Point>> dash_corners(const std::vector<DashEnd>& ends) {
    BoxIndex index(60);
    double widest = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (ends[i].reach <= 0) continue;
        index.add(i, {ends[i].tip.x, ends[i].tip.y, ends[i].tip.x, ends[i].tip.y});
        widest = std::max(widest, ends[i].reach);
    }
    std::vector<std::size_t> nearest(ends.size(), ends.size());
    std::vector<std::optional<Point>> corners(ends.size());
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (ends[i].reach <= 0) continue;
        const Point& tip = ends[i].tip;
        for (const std::size_t other : index.meeting(plane::grown({tip.x, tip.y, tip.x, tip.y}, ends[i].reach + widest))) {
            const auto corner = other == i ? std::nullopt : corner_of(ends[i], ends[other]);
            if (!corner || (corners[i] && plane::distance(*corners[i], tip) <= plane::distance(*corner, tip))) continue;
            corners[i] = corner;
            nearest[i] = other;
        }
    }
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (nearest[i] < ends.size() && nearest[nearest[i]] != i) corners[i] = std::nullopt;
    }
    return corners;
}

}  // namespace planlezer
