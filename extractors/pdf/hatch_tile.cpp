#include "extractors/pdf/hatch_tile.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace planlezer {

namespace {

constexpr double same_angle = 3;  // degrees

struct Stripe {
    Point middle;
    double angle = 0;   ///< degrees counter-clockwise, 0 to 180
    double length = 0;
};

std::optional<Stripe> stripe_between(const Point& a, const Point& b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length <= 0) return std::nullopt;
    double angle = std::atan2(a.y - b.y, b.x - a.x) * 180 / std::numbers::pi;
    if (angle < 0) angle += 180;
    if (angle >= 180) angle -= 180;
    return Stripe{{(a.x + b.x) / 2, (a.y + b.y) / 2}, angle, length};
}

/// A thin filled bar is a stripe along its longest side.
std::vector<Stripe> stripes_of(const DrawnPath& path) {
    std::vector<Stripe> stripes;
    for (const DrawnLine& line : path.lines) {
        if (line.curved) continue;
        std::vector<Stripe> sides;
        const std::size_t count = line.points.size() - (line.closed ? 0 : 1);
        for (std::size_t i = 0; i < count; ++i) {
            if (const auto s = stripe_between(line.points[i], line.points[(i + 1) % line.points.size()])) sides.push_back(*s);
        }
        if (path.paint == DrawnPath::Paint::fill && line.points.size() <= 4 && !sides.empty()) {
            const auto longest = std::ranges::max_element(sides, {}, &Stripe::length);
            const auto shortest = std::ranges::min_element(sides, {}, &Stripe::length);
            if (longest->length > 3 * shortest->length) stripes.push_back(*longest);
        } else if (path.paint != DrawnPath::Paint::fill) {
            stripes.insert(stripes.end(), sides.begin(), sides.end());
        }
    }
    return stripes;
}

bool alike(double a, double b) {
    const double apart = std::abs(a - b);
    return std::min(apart, 180 - apart) <= same_angle;
}

double common_divisor(double a, double b, double least) {
    while (b > least) {
        a = std::fmod(a, b);
        if (b - a < least) a = 0;  // a rounding short of a whole number of times
        std::swap(a, b);
    }
    return a;
}

/// How far apart the lines lie that a grid of tiles draws with these stripes, all of one angle.
double spacing_of(const std::vector<Stripe>& stripes, double angle, Point step_x, Point step_y) {
    const double radians = angle * std::numbers::pi / 180;
    const Point normal{std::sin(radians), std::cos(radians)};
    const auto across = [&normal](const Point& p) { return p.x * normal.x + p.y * normal.y; };
    const double least = 0.02 * std::max(std::hypot(step_x.x, step_x.y), std::hypot(step_y.x, step_y.y));
    double period = common_divisor(std::max(std::abs(across(step_x)), std::abs(across(step_y))),
                                   std::min(std::abs(across(step_x)), std::abs(across(step_y))), least);
    if (!(period > least)) return 0;
    std::vector<double> places;
    for (const Stripe& stripe : stripes) {
        const double place = across(stripe.middle) - period * std::floor(across(stripe.middle) / period);
        const bool known = std::ranges::any_of(places, [&](double other) {
            const double apart = std::abs(place - other);
            return std::min(apart, period - apart) < 0.1 * period;
        });
        if (!known) places.push_back(place);
    }
    return period / static_cast<double>(std::max<std::size_t>(1, places.size()));
}

}  // namespace

HatchPattern hatch_of_tile(const std::vector<DrawnPath>& tile, Point step_x, Point step_y) {
    HatchPattern hatch;
    hatch.kind = HatchKind::dots;
    hatch.spacing = std::min(std::hypot(step_x.x, step_x.y), std::hypot(step_y.x, step_y.y));
    std::vector<Stripe> stripes;
    for (const DrawnPath& path : tile) {
        const std::vector<Stripe> more = stripes_of(path);
        if (!more.empty() || stripes.empty()) hatch.colour = path.paint == DrawnPath::Paint::fill ? path.fill : path.stroke;
        stripes.insert(stripes.end(), more.begin(), more.end());
    }
    if (stripes.empty()) return hatch;
    const double angle = std::ranges::max_element(stripes, {}, &Stripe::length)->angle;
    std::vector<Stripe> main;
    std::ranges::copy_if(stripes, std::back_inserter(main), [angle](const Stripe& s) { return alike(s.angle, angle); });
    hatch.kind = main.size() == stripes.size() ? HatchKind::lines : HatchKind::crossed;
    hatch.angle = angle;
    hatch.spacing = spacing_of(main, angle, step_x, step_y);
    return hatch;
}

}  // namespace planlezer
