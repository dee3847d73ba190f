#include "extractors/map/raster/held_crosses.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double least_cross = 3;     // millimetres
constexpr double most_cross = 16;
constexpr double clearly_seen = 0.7;  // of the free line
constexpr double square = 3;          // degrees
constexpr double slack = 0.12;        // of half the free line

/// How far `p` lies from `from` along the way to `to`.
double along(const Point& p, const Point& from, const Point& to) {
    const double length = std::max(1.0, plane::distance(from, to));
    return ((p.x - from.x) * (to.x - from.x) + (p.y - from.y) * (to.y - from.y)) / length;
}

/// Where `held` halves `free` and ends on one side as far from it as `free` does; on the other it goes on into letters.
std::optional<Point> crossing_of(const Stroke& free, const Stroke& held) {
    const double half = plane::distance(free.a, free.b) / 2;
    const double turn = plane::turn_between(plane::direction(free.a, free.b), plane::direction(held.a, held.b), 180);
    if (std::abs(turn - 90) > square) return std::nullopt;
    const auto at = plane::crossing(free.a, free.b, held.a, held.b);
    if (!at || std::abs(along(*at, free.a, free.b) - half) > slack * half) return std::nullopt;
    const double to_a = along(*at, held.a, held.b);
    const double to_b = plane::distance(held.a, held.b) - to_a;
    const auto [shorter, longer] = std::minmax(to_a, to_b);
    const bool ends = std::abs(shorter - half) < 2 * slack * half;
    return ends && longer > (1 + 2 * slack) * half && longer < 4 * half ? at : std::nullopt;
}

}  // namespace

std::vector<SheetLine> held_crosses(const std::vector<Stroke>& strokes, const SheetRaster& raster) {
    BoxIndex index(60);
    for (std::size_t i = 0; i < strokes.size(); ++i) index.add(i, plane::box_of({strokes[i].a, strokes[i].b}));
    std::vector<SheetLine> lines;
    const auto add = [&](const Stroke& stroke, const Point& at, const Point& way, double half) {
        SheetLine line;
        for (const double side : {-half, half}) line.points.push_back({(at.x + side * way.x) * raster.x_points, (at.y + side * way.y) * raster.y_points});
        line.width = stroke.width * raster.x_points;
        lines.push_back(std::move(line));
    };
    for (const Stroke& free : strokes) {
        const double length = plane::distance(free.a, free.b);
        if (length < raster.pixels(least_cross) || length > raster.pixels(most_cross) || free.seen < clearly_seen) continue;
        for (const std::size_t i : index.meeting(plane::box_of({free.a, free.b}))) {
            const auto at = crossing_of(free, strokes[i]);
            if (!at) continue;
            const Point way{(free.b.x - free.a.x) / length, (free.b.y - free.a.y) / length};
            add(free, *at, way, length / 2);
            add(strokes[i], *at, {-way.y, way.x}, length / 2);
            break;
        }
    }
    return lines;
}

}  // namespace planlezer
