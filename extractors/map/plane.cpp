#include "extractors/map/plane.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace planlezer::plane {

namespace {

constexpr double degrees_a_radian = 180 / std::numbers::pi;

}  // namespace

double distance(const Point& a, const Point& b) { return std::hypot(a.x - b.x, a.y - b.y); }

double distance_to_segment(const Point& p, const Point& a, const Point& b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

Point middle(const Box& box) { return {box.mid_x(), box.mid_y()}; }

Box box_of(const Ring& points) {
    if (points.empty()) return {};
    Box box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const Point& p : points) box = united(box, {p.x, p.y, p.x, p.y});
    return box;
}

Box grown(const Box& box, double by) { return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by}; }

bool holds(const Box& box, const Point& p) { return p.x >= box.x0 && p.x <= box.x1 && p.y >= box.y0 && p.y <= box.y1; }

bool meet(const Box& a, const Box& b) { return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1; }

Box common(const Box& a, const Box& b) {
    const double x0 = std::max(a.x0, b.x0);
    const double y0 = std::max(a.y0, b.y0);
    return {x0, y0, std::max(x0, std::min(a.x1, b.x1)), std::max(y0, std::min(a.y1, b.y1))};
}

double signed_area(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
    }
    return -twice / 2;
}

double area(const Ring& ring) { return std::abs(signed_area(ring)); }

double area(const MultiPolygon& shape) {
    double sum = 0;
    for (const Polygon& part : shape) {
        sum += area(part.outer);
        for (const Ring& hole : part.holes) sum -= area(hole);
    }
    return sum;
}

Box box_of(const MultiPolygon& shape) {
    if (shape.empty()) return {};
    Box box = box_of(shape[0].outer);
    for (const Polygon& part : shape) box = united(box, box_of(part.outer));
    return box;
}

bool is_box(const Ring& ring, double share) {
    constexpr double lean = 0.018;
    const Box box = box_of(ring);
    // What a box turned by a little loses against the box around it.
    const double lost = std::min(lean * (box.width() * box.width() + box.height() * box.height()), 0.2 * box.width() * box.height());
    return area(ring) > share * (box.width() * box.height() - lost);
}

Point centroid(const Ring& ring) {
    Point sum;
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a{ring[i].x - ring[0].x, ring[i].y - ring[0].y};
        const Point& next = ring[(i + 1) % ring.size()];
        const Point b{next.x - ring[0].x, next.y - ring[0].y};
        const double cross = a.x * b.y - b.x * a.y;
        twice += cross;
        sum.x += (a.x + b.x) * cross;
        sum.y += (a.y + b.y) * cross;
    }
    if (twice == 0) return ring.empty() ? Point{} : middle(box_of(ring));
    return {ring[0].x + sum.x / (3 * twice), ring[0].y + sum.y / (3 * twice)};
}

bool holds(const Ring& ring, const Point& p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point& a = ring[i];
        const Point& b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

bool holds(const MultiPolygon& shape, const Point& p) {
    return std::ranges::any_of(shape, [&p](const Polygon& part) {
        return holds(part.outer, p) && std::ranges::none_of(part.holes, [&p](const Ring& hole) { return holds(hole, p); });
    });
}

Point turned(const Point& p, const Point& centre, double degrees) {
    const double s = std::sin(degrees / degrees_a_radian);
    const double c = std::cos(degrees / degrees_a_radian);
    const double x = p.x - centre.x;
    const double y = p.y - centre.y;
    return {centre.x + c * x + s * y, centre.y - s * x + c * y};
}

double direction(const Point& a, const Point& b) { return std::atan2(a.y - b.y, b.x - a.x) * degrees_a_radian; }

double turn_between(double a, double b, double period) {
    const double apart = std::abs(std::remainder(a - b, period));
    return std::min(apart, period - apart);
}

std::optional<Point> crossing(const Point& a, const Point& b, const Point& c, const Point& d) {
    constexpr double side_by_side = 0.05;  // sine of the angle between them
    const Point u{b.x - a.x, b.y - a.y};
    const Point v{d.x - c.x, d.y - c.y};
    const double across = u.x * v.y - u.y * v.x;
    if (std::abs(across) < side_by_side * std::hypot(u.x, u.y) * std::hypot(v.x, v.y) || across == 0) return std::nullopt;
    const double t = ((c.x - a.x) * v.y - (c.y - a.y) * v.x) / across;
    return Point{a.x + t * u.x, a.y + t * u.y};
}

Ring hull_of(Ring points) {
    std::ranges::sort(points, {}, [](const Point& p) { return std::pair(p.x, p.y); });
    Ring hull;
    // Andrew's monotone chain: one side, then the other.
    for (int side = 0; side < 2; ++side) {
        const std::size_t floor = hull.size() + 1;
        for (const Point& p : points) {
            const auto turns_back = [&] {
                const Point& a = hull[hull.size() - 2];
                const Point& b = hull.back();
                return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) <= 0;
            };
            while (hull.size() > floor && turns_back()) hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        std::ranges::reverse(points);
    }
    return hull;
}

std::vector<Ring> clipped(const Ring& line, const Box& box) {
    std::vector<Ring> pieces;
    bool going = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point& a = line[i - 1];
        const double dx = line[i].x - a.x;
        const double dy = line[i].y - a.y;
        double from = 0;
        double to = 1;
        // Liang and Barsky: each side of the box cuts the way from one end or the other.
        const auto cut = [&](double step, double room) {
            if (step == 0) return room >= 0;
            (step < 0 ? from : to) = step < 0 ? std::max(from, room / step) : std::min(to, room / step);
            return from <= to;
        };
        const bool inside = cut(-dx, a.x - box.x0) && cut(dx, box.x1 - a.x) && cut(-dy, a.y - box.y0) && cut(dy, box.y1 - a.y);
        if (!inside) {
            going = false;
            continue;
        }
        if (!going || from > 0) pieces.push_back({{a.x + from * dx, a.y + from * dy}});
        pieces.back().push_back({a.x + to * dx, a.y + to * dy});
        going = to >= 1;
    }
    return pieces;
}

Ring simplified_line(const Ring& points, double tolerance) {
    if (points.size() < 3) return points;
    std::vector<bool> keep(points.size(), false);
    keep.front() = keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double furthest = 0;
        std::size_t at = first;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double away = distance_to_segment(points[i], points[first], points[last]);
            if (away <= furthest) continue;
            furthest = away;
            at = i;
        }
        if (furthest <= tolerance) continue;
        keep[at] = true;
        open.emplace_back(first, at);
        open.emplace_back(at, last);
    }
    Ring result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (keep[i]) result.push_back(points[i]);
    }
    return result;
}

Ring simplified_ring(const Ring& ring, double tolerance) {
    if (ring.size() < 4) return ring;
    // Cut at the first point and at the one furthest from it: both are corners of the hull.
    const auto start = std::ranges::max_element(ring, {}, [&](const Point& p) { return distance(p, ring[0]); });
    Ring open(start, ring.end());
    open.insert(open.end(), ring.begin(), start);
    open.push_back(*start);
    const auto far = std::ranges::max_element(open, {}, [&](const Point& p) { return distance(p, open[0]); });
    Ring first = simplified_line(Ring(open.begin(), far + 1), tolerance);
    const Ring second = simplified_line(Ring(far, open.end()), tolerance);
    first.insert(first.end(), second.begin() + 1, second.end() - 1);
    return first;
}

}  // namespace planlezer::plane
