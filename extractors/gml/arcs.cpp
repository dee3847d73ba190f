#include "extractors/gml/arcs.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace planlezer {

namespace {

constexpr double farthest = 0.002;  // metres from the curve: better than promised, and still few points
constexpr int max_steps = 20'000;
constexpr double full_turn = 2 * std::numbers::pi;

struct Circle {
    Point centre;
    double radius = 0;
};

std::optional<Circle> circle_through(Point a, Point b, Point c) {
    // Relative to a: the products of RD coordinates would eat up the digits.
    const double bx = b.x - a.x;
    const double by = b.y - a.y;
    const double cx = c.x - a.x;
    const double cy = c.y - a.y;
    const double twice = 2 * (bx * cy - by * cx);
    const double b_square = bx * bx + by * by;
    const double c_square = cx * cx + cy * cy;
    if (std::abs(twice) <= 1e-9 * std::max(b_square, c_square)) return std::nullopt;
    const double x = (cy * b_square - by * c_square) / twice;
    const double y = (bx * c_square - cx * b_square) / twice;
    return Circle{{a.x + x, a.y + y}, std::hypot(x, y)};
}

double angle_of(Point centre, Point point) { return std::atan2(point.y - centre.y, point.x - centre.x); }

/// The angle from one direction to another, 0 to a full turn, counter-clockwise.
double turn(double from, double to) {
    const double angle = std::fmod(to - from, full_turn);
    return angle < 0 ? angle + full_turn : angle;
}

/// The points between start and start + sweep, ends left out.
void append_between(Ring& ring, const Circle& circle, double start, double sweep) {
    const double step = circle.radius <= farthest ? full_turn / 8 : 2 * std::acos(1 - farthest / circle.radius);
    const int steps = static_cast<int>(std::clamp(std::ceil(std::abs(sweep) / step), 1.0, static_cast<double>(max_steps)));
    for (int i = 1; i < steps; ++i) {
        const double angle = start + sweep * i / steps;
        ring.push_back({circle.centre.x + circle.radius * std::cos(angle), circle.centre.y + circle.radius * std::sin(angle)});
    }
}

/// How far the arc from `a` over `b` to `c` turns; negative for clockwise.
double sweep_of(const Circle& circle, Point a, Point b, Point c) {
    const double start = angle_of(circle.centre, a);
    const double to_b = turn(start, angle_of(circle.centre, b));
    const double to_c = turn(start, angle_of(circle.centre, c));
    return to_b <= to_c ? to_c : to_c - full_turn;
}

}  // namespace

void append_arc(Ring& ring, Point a, Point b, Point c) {
    if (const auto circle = circle_through(a, b, c)) {
        append_between(ring, *circle, angle_of(circle->centre, a), sweep_of(*circle, a, b, c));
    } else {
        ring.push_back(b);
    }
    ring.push_back(c);
}

bool append_circle(Ring& ring, Point a, Point b, Point c) {
    const auto circle = circle_through(a, b, c);
    if (!circle) return false;
    const bool clockwise = sweep_of(*circle, a, b, c) < 0;
    append_between(ring, *circle, angle_of(circle->centre, a), clockwise ? -full_turn : full_turn);
    ring.push_back(a);
    return true;
}

void append_arc_around(Ring& ring, Point centre, double radius, double start, double end) {
    constexpr double radians = std::numbers::pi / 180;
    const Circle circle{centre, radius};
    const auto at = [&](double degrees) {
        return Point{centre.x + radius * std::cos(degrees * radians), centre.y + radius * std::sin(degrees * radians)};
    };
    ring.push_back(at(start));
    append_between(ring, circle, start * radians, (end - start) * radians);
    ring.push_back(at(end));
}

}  // namespace planlezer
