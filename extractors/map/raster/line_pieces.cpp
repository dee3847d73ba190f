#include "extractors/map/raster/line_pieces.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double slender = 0.4;    // width to length of a dash
constexpr double short_arm = 0.8;  // width to length of what a corner leaves of a dash beside the longer arm

}  // namespace

/// The ends are the furthest pixels along its main axis.
std::optional<LinePiece> piece_of(const Component& component, const Components& ink, std::size_t id) {
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    for (const PixelRun& run : ink.of(component)) {
        const double w = run.x1 - run.x0;
        const double mid = (run.x0 + run.x1) / 2.0;
        const double y = run.y + 0.5;
        n += w;
        sx += w * mid;
        sy += w * y;
        sxx += w * (mid * mid + w * w / 12);
        syy += w * y * y;
        sxy += w * mid * y;
    }
    const Point centre{sx / n, sy / n};
    const double cxx = sxx / n - centre.x * centre.x;
    const double cyy = syy / n - centre.y * centre.y + 1.0 / 12;
    const double cxy = sxy / n - centre.x * centre.y;
    const double angle = 0.5 * std::atan2(2 * cxy, cxx - cyy);
    const Point along{std::cos(angle), std::sin(angle)};
    double from = 0;
    double to = 0;
    std::vector<double> off;
    for (const PixelRun& run : ink.of(component)) {
        for (const double x : {static_cast<double>(run.x0), static_cast<double>(run.x1)}) {
            const double dx = x - centre.x;
            const double dy = run.y + 0.5 - centre.y;
            from = std::min(from, dx * along.x + dy * along.y);
            to = std::max(to, dx * along.x + dy * along.y);
            off.push_back(std::abs(dy * along.x - dx * along.y));
        }
    }
    // Another line that ran through it may have left a spot at its side.
    const auto usual = off.begin() + static_cast<std::ptrdiff_t>(0.9 * static_cast<double>(off.size()));
    std::ranges::nth_element(off, usual);
    LinePiece piece{id, {centre.x + from * along.x, centre.y + from * along.y}, {centre.x + to * along.x, centre.y + to * along.y}, 0, to - from};
    piece.width = n / std::max(1.0, piece.length);
    // The strokes of an "m" or "w" together are about as slender, but lie far apart.
    if (piece.width > slender * piece.length || *usual > 0.5 * piece.width + 1.5) return std::nullopt;
    return piece;
}

std::vector<LinePiece> bent_dash(const Component& component, const Components& ink, std::size_t id) {
    constexpr double least_bend = 45;  // degrees
    Ring pixels;
    for (const PixelRun& run : ink.of(component)) {
        for (int x = run.x0; x < run.x1; ++x) pixels.push_back({x + 0.5, run.y + 0.5});
    }
    const auto furthest_from = [&pixels](const Point& p) { return *std::ranges::max_element(pixels, {}, [&p](const Point& q) { return plane::distance(p, q); }); };
    const Point a = furthest_from(furthest_from({(component.box.x0 + component.box.x1) / 2.0, (component.box.y0 + component.box.y1) / 2.0}));
    const Point b = furthest_from(a);
    const Point corner = *std::ranges::max_element(pixels, {}, [&](const Point& p) { return plane::distance_to_segment(p, a, b); });
    const double bend = plane::turn_between(plane::direction(a, corner), plane::direction(corner, b));
    if (bend < least_bend || bend > 180 - least_bend) return {};
    std::vector<LinePiece> arms;
    std::array<double, 2> ink_of{};
    std::array<double, 2> off{};
    for (const Point& p : pixels) {
        const double to_a = plane::distance_to_segment(p, corner, a);
        const double to_b = plane::distance_to_segment(p, corner, b);
        const std::size_t arm = to_a <= to_b ? 0 : 1;
        ++ink_of[arm];
        off[arm] = std::max(off[arm], std::min(to_a, to_b));
    }
    for (const std::size_t arm : {0U, 1U}) {
        const Point& tip = arm == 0 ? a : b;
        LinePiece piece{id, corner, tip, 0, plane::distance(corner, tip)};
        piece.width = ink_of[arm] / std::max(1.0, piece.length);
        if (piece.width > short_arm * piece.length || off[arm] > piece.width + 1) return {};
        arms.push_back(piece);
    }
    const LinePiece& longer = arms[0].length > arms[1].length ? arms[0] : arms[1];
    return longer.width <= slender * longer.length ? arms : std::vector<LinePiece>{};
}

}  // namespace planlezer
