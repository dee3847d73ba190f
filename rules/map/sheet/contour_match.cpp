#include "rules/map/sheet/contour_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>
#include <utility>
#include <vector>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr std::size_t samples = 300;
constexpr int rounds = 60;
constexpr double kept_share = 0.95;      // of the nearest pairs: a bite or a bulge in one outline does not pull
constexpr double least_overlap = 0.97;   // of area shared over area together

/// Points at equal distances along the outer rings.
std::vector<Point> sampled(const MultiPolygon& shape) {
    double length = 0;
    const auto side = [](const Ring& ring, std::size_t i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        return std::hypot(b.x - a.x, b.y - a.y);
    };
    for (const Polygon& polygon : shape) {
        for (std::size_t i = 0; i < polygon.outer.size(); ++i) length += side(polygon.outer, i);
    }
    std::vector<Point> points;
    if (length <= 0) return points;
    const double step = length / static_cast<double>(samples);
    double next = 0;
    for (const Polygon& polygon : shape) {
        for (std::size_t i = 0; i < polygon.outer.size(); ++i) {
            const Point a = polygon.outer[i];
            const Point b = polygon.outer[(i + 1) % polygon.outer.size()];
            const double here = side(polygon.outer, i);
            for (; next < here; next += step) points.push_back({a.x + (b.x - a.x) * next / here, a.y + (b.y - a.y) * next / here});
            next -= here;
        }
    }
    return points;
}

Point nearest_on_side(Point p, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared <= 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0);
    return {a.x + t * dx, a.y + t * dy};
}

Point nearest_on(const MultiPolygon& shape, Point p) {
    Point best;
    double least = std::numeric_limits<double>::infinity();
    for (const Polygon& polygon : shape) {
        for (std::size_t i = 0; i < polygon.outer.size(); ++i) {
            const Point at = nearest_on_side(p, polygon.outer[i], polygon.outer[(i + 1) % polygon.outer.size()]);
            const double far = std::hypot(at.x - p.x, at.y - p.y);
            if (far < least) std::tie(least, best) = std::pair(far, at);
        }
    }
    return best;
}

struct Pair {
    ControlPoint points;
    double apart = 0;
};

/// The nearest place on the known outline for each sample, the farthest pairs left out.
std::vector<ControlPoint> pairs_under(const Affine& to_rd, const std::vector<Point>& drawn, const MultiPolygon& known) {
    std::vector<Pair> pairs;
    for (const Point p : drawn) {
        const Point at = transformed(p, to_rd);
        const Point near = nearest_on(known, at);
        pairs.push_back({{p, near}, std::hypot(near.x - at.x, near.y - at.y)});
    }
    std::ranges::stable_sort(pairs, {}, &Pair::apart);
    pairs.resize(static_cast<std::size_t>(static_cast<double>(pairs.size()) * kept_share));
    std::vector<ControlPoint> kept;
    for (const Pair& pair : pairs) kept.push_back(pair.points);
    return kept;
}

/// Same middle, same area, turned by `degrees` counter-clockwise.
Affine first_guess(const MultiPolygon& drawn, const MultiPolygon& known, double degrees) {
    const Bounds from = bounds(drawn);
    const Bounds to = bounds(known);
    const double scale = std::sqrt(area(known) / area(drawn));
    const double c = scale * std::cos(degrees * std::numbers::pi / 180);
    const double s = scale * std::sin(degrees * std::numbers::pi / 180);
    const Point middle{(from.x0 + from.x1) / 2, (from.y0 + from.y1) / 2};
    return {c, s, (to.x0 + to.x1) / 2 - c * middle.x - s * middle.y, s, -c, (to.y0 + to.y1) / 2 - s * middle.x + c * middle.y};
}

/// Nearest points and a fit to them, again and again (iterative closest point); paper's uneven shrinking comes last.
std::optional<Fit> refined(const Affine& guess, const std::vector<Point>& drawn, const MultiPolygon& known) {
    std::optional<Fit> fit;
    Affine now = guess;
    for (int round = 0; round < rounds; ++round) {
        const std::vector<ControlPoint> pairs = pairs_under(now, drawn, known);
        fit = round * 2 < rounds ? fit_similarity(pairs) : fit_affine(pairs);
        if (!fit) return std::nullopt;
        now = fit->to_rd;
    }
    return fit;
}

}  // namespace

std::optional<Fit> match_contours(const MultiPolygon& drawn, const MultiPolygon& known, double north) {
    if (area(drawn) <= 0 || area(known) <= 0) return std::nullopt;
    const std::vector<Point> points = sampled(drawn);
    std::optional<Fit> best;
    double best_overlap = least_overlap;
    for (const double turn : std::array{-north, 0.0, 90.0, 180.0, 270.0}) {
        auto fit = refined(first_guess(drawn, known, turn), points, known);
        if (!fit) continue;
        const double overlap = overlap_ratio(transformed(drawn, fit->to_rd), known);
        if (overlap > best_overlap) {
            best_overlap = overlap;
            best = std::move(fit);
        }
    }
    if (best) best->used.clear();  // nearest pairs are no control points a person could check
    return best;
}

}  // namespace planlezer
