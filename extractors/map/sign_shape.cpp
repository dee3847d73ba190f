#include "extractors/map/sign_shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double round_enough = 0.035;   // share of the radius by which a circle's points may vary
constexpr double corner_slack = 0.04;    // share of the side by which a corner may be cut
constexpr double equal_enough = 0.12;    // share by which the sides of a square may differ
constexpr double longest_box = 8;         // times its height
constexpr double right_enough = 5;       // degrees

/// The mean distance to the centre and the largest difference from it.
struct Radius {
    double mean = 0;
    double off = 0;
};

Radius radius_of(const Ring& ring, const Point& centre) {
    Radius radius;
    double length = 0;
    // Weighted by length, so that it does not matter where the points lie.
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        const double piece = plane::distance(a, b);
        radius.mean += piece * (plane::distance(a, centre) + plane::distance(b, centre)) / 2;
        length += piece;
    }
    radius.mean /= std::max(length, 1e-9);
    for (const Point& p : ring) radius.off = std::max(radius.off, std::abs(plane::distance(p, centre) - radius.mean));
    return radius;
}

std::optional<Outline> circle_of(const Ring& ring, double blur) {
    if (ring.size() < 8) return std::nullopt;
    const Point centre = plane::centroid(ring);
    const Radius radius = radius_of(ring, centre);
    if (radius.off > round_enough * radius.mean + blur) return std::nullopt;
    // A star has its points on a circle too.
    const double round_area = std::numbers::pi * radius.mean * radius.mean;
    if (std::abs(plane::area(ring) - round_area) > 0.08 * round_area + blur * radius.mean) return std::nullopt;
    Outline outline{SignShape::circle, plane::box_of(ring), centre, 0, 2 * radius.mean, ring};
    return outline;
}

double corner_angle(const Ring& corners, std::size_t i) {
    const std::size_t n = corners.size();
    return plane::turn_between(plane::direction(corners[i], corners[(i + 1) % n]), plane::direction(corners[i], corners[(i + n - 1) % n]));
}

double side_length(const Ring& corners, std::size_t i) { return plane::distance(corners[i], corners[(i + 1) % corners.size()]); }

/// Four sides of one length that need not be square to one another, standing on a corner.
std::optional<Outline> diamond_of(const Ring& corners, double blur) {
    if (corners.size() != 4) return std::nullopt;
    const double across = plane::distance(corners[0], corners[2]);
    const double along = plane::distance(corners[1], corners[3]);
    for (std::size_t i = 1; i < 4; ++i) {
        if (std::abs(side_length(corners, i) - side_length(corners, 0)) > equal_enough * side_length(corners, 0) + blur) return std::nullopt;
    }
    if (std::min(across, along) < 0.45 * std::max(across, along)) return std::nullopt;
    const double angle = std::remainder(plane::direction(corners[0], corners[2]), 90);
    const Box box = plane::box_of(corners);
    return Outline{SignShape::diamond, box, plane::middle(box), angle, std::min(across, along), corners};
}

/// A square or, when its sides differ, a box. Its angle between -45 and 45 degrees.
std::optional<Outline> square_of(const Ring& corners, double blur) {
    if (corners.size() != 4) return std::nullopt;
    double shortest = side_length(corners, 0);
    double longest = shortest;
    for (std::size_t i = 0; i < 4; ++i) {
        const double slack = right_enough + 57 * blur / std::max(1e-6, side_length(corners, i));
        if (std::abs(corner_angle(corners, i) - 90) > slack) return std::nullopt;
        shortest = std::min(shortest, side_length(corners, i));
        longest = std::max(longest, side_length(corners, i));
    }
    if (longest > longest_box * shortest) return std::nullopt;
    const SignShape shape = longest > (1 + equal_enough) * shortest + blur ? SignShape::box : SignShape::square;
    const double angle = std::remainder(plane::direction(corners[0], corners[1]), 90);
    const Box box = plane::box_of(corners);
    return Outline{shape, box, plane::middle(box), angle, shape == SignShape::box ? shortest : (shortest + longest) / 2, corners};
}

/// Equal sides left and right of its tip; up or down as it stands on the sheet.
std::optional<Outline> triangle_of(const Ring& corners, double blur) {
    if (corners.size() != 3) return std::nullopt;
    std::size_t base = 0;  // the side whose opposite corner is the tip: the other two are alike
    double least = 1e9;
    for (std::size_t i = 0; i < 3; ++i) {
        const double apart = std::abs(side_length(corners, (i + 1) % 3) - side_length(corners, (i + 2) % 3));
        // Of an equilateral one the side that lies flattest is the base.
        const double tilt = plane::turn_between(plane::direction(corners[i], corners[(i + 1) % 3]), 0, 180);
        if (apart + 0.002 * tilt * side_length(corners, i) >= least) continue;
        least = apart + 0.002 * tilt * side_length(corners, i);
        base = i;
    }
    const Point& a = corners[base];
    const Point& b = corners[(base + 1) % 3];
    const Point& tip = corners[(base + 2) % 3];
    const double flank = plane::distance(a, tip);
    if (std::abs(flank - plane::distance(b, tip)) > equal_enough * flank + blur) return std::nullopt;
    const double width = plane::distance(a, b);
    const double height = plane::distance(tip, {(a.x + b.x) / 2, (a.y + b.y) / 2});
    if (height < 0.5 * width || height > 1.6 * width) return std::nullopt;
    const bool up = tip.y < (a.y + b.y) / 2;
    const double angle = std::remainder(plane::direction(a, b), 180);
    return Outline{up ? SignShape::triangle_up : SignShape::triangle_down, plane::box_of(corners), plane::centroid(corners), angle, height, corners};
}

/// Six sides of one length with equal corners between them.
std::optional<Outline> hexagon_of(const Ring& corners, double blur) {
    constexpr double corner = 120;  // degrees
    if (corners.size() != 6) return std::nullopt;
    for (std::size_t i = 0; i < 6; ++i) {
        const double slack = 2 * right_enough + 57 * blur / std::max(1e-6, side_length(corners, i));
        if (std::abs(corner_angle(corners, i) - corner) > slack) return std::nullopt;
        if (std::abs(side_length(corners, i) - side_length(corners, 0)) > equal_enough * side_length(corners, 0) + blur) return std::nullopt;
    }
    const Box box = plane::box_of(corners);
    const double angle = std::remainder(plane::direction(corners[0], corners[1]), 60);
    return Outline{SignShape::hexagon, box, plane::middle(box), angle, std::min(box.width(), box.height()), corners};
}

/// A box with a pointed roof: two walls of one height, square to the floor between them, and two slopes alike.
std::optional<Outline> house_of(const Ring& corners, double blur) {
    constexpr double least_slope = 15;  // degrees
    if (corners.size() != 5) return std::nullopt;
    for (std::size_t floor = 0; floor < 5; ++floor) {
        const auto side = [&](std::size_t i) { return side_length(corners, (floor + i) % 5); };
        const auto corner = [&](std::size_t i) { return corner_angle(corners, (floor + i) % 5); };
        const double slack = right_enough + 57 * blur / std::max(1e-6, side(1));
        if (std::abs(corner(0) - 90) > slack || std::abs(corner(1) - 90) > slack) continue;
        if (std::abs(side(1) - side(4)) > equal_enough * side(0) + blur || std::abs(side(2) - side(3)) > equal_enough * side(0) + blur) continue;
        if (corner(3) > 180 - 2 * least_slope || corner(2) < 90 + least_slope || corner(4) < 90 + least_slope) continue;
        const double high = std::max(side(1), side(0));
        if (high > 2 * std::min(side(1), side(0))) continue;
        const Box box = plane::box_of(corners);
        const double angle = std::remainder(plane::direction(corners[floor], corners[(floor + 1) % 5]), 90);
        return Outline{SignShape::house, box, plane::middle(box), angle, std::min(box.width(), box.height()), corners};
    }
    return std::nullopt;
}

/// Two straight sides and two round ends, or a box with strongly rounded corners.
std::optional<Outline> pill_of(const Ring& ring, double blur) {
    if (ring.size() < 10) return std::nullopt;
    const Box box = plane::box_of(ring);
    const double longer = std::max(box.width(), box.height());
    const double shorter = std::min(box.width(), box.height());
    if (shorter <= 0 || longer > 3.5 * shorter) return std::nullopt;
    const double share = plane::area(ring) / (longer * shorter);
    if (share < 0.76 || share > 0.985) return std::nullopt;
    // Alike when turned half a circle about its middle: a building rarely is.
    const Point centre = plane::middle(box);
    for (const Point& p : ring) {
        const Point opposite{2 * centre.x - p.x, 2 * centre.y - p.y};
        double nearest = longer;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            nearest = std::min(nearest, plane::distance_to_segment(opposite, ring[i], ring[(i + 1) % ring.size()]));
        }
        if (nearest > round_enough * shorter + blur) return std::nullopt;
    }
    return Outline{SignShape::pill, box, centre, 0, shorter, ring};
}

}  // namespace

std::optional<Outline> outline_of(const Ring& ring, double blur) {
    if (ring.size() < 3) return std::nullopt;
    const Box box = plane::box_of(ring);
    const double size = std::max(box.width(), box.height());
    if (const auto circle = circle_of(ring, blur)) return circle;
    const Ring corners = plane::simplified_ring(ring, corner_slack * size + blur);
    if (auto square = square_of(corners, blur)) {
        // A rounded box loses its corners in the simplification; a pill is told from a square by its area.
        if (plane::area(ring) > 0.93 * plane::area(corners)) return square;
    }
    if (const auto triangle = triangle_of(corners, blur)) return triangle;
    if (const auto diamond = diamond_of(corners, blur)) return diamond;
    if (const auto hexagon = hexagon_of(corners, blur)) return hexagon;
    if (const auto house = house_of(corners, blur)) return house;
    return pill_of(ring, blur);
}

}  // namespace planlezer
