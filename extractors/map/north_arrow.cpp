#include "extractors/map/north_arrow.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double reach = 6;           // times the letter's size: how far the arrow may lie
constexpr double longest = 200;       // points
constexpr double least_slender = 1.2; // length to width of an arrow
constexpr double most_off = 35;       // degrees between the arrow and the way to its letter

/// All corners of the figure nearest to the letter, and the longest straight line among them.
struct Arrow {
    Ring corners;
    Ring shaft;
};

struct Figure {
    Ring points;
    bool open = false;
    Box box;
};

bool is_pale(const Rgb& colour) { return std::min({colour.r, colour.g, colour.b}) > 95; }

double gap(const Box& a, const Box& b) {
    return std::hypot(std::max({b.x0 - a.x1, 0.0, a.x0 - b.x1}), std::max({b.y0 - a.y1, 0.0, a.y0 - b.y1}));
}

/// What is drawn near the letter, without the pale lines of the topography.
std::vector<Figure> figures_near(const SheetParts& parts, const TextRun& letter) {
    const Box near = plane::grown(letter.box, reach * letter.size);
    std::vector<Figure> figures;
    const auto add = [&](const Ring& points, bool open) {
        const Box box = plane::box_of(points);
        if (!plane::holds(near, plane::middle(box)) || std::max(box.width(), box.height()) > longest) return;
        figures.push_back({points, open, box});
    };
    for (const MapArea& area : parts.areas) {
        const bool pale = !area.style.fill && (!area.style.edge_colour || is_pale(*area.style.edge_colour));
        if (!area.shape.empty() && !pale) add(area.shape[0].outer, false);
    }
    for (const SheetLine& line : parts.lines) {
        if (line.filled || !is_pale(line.colour)) add(line.points, !line.closed && !line.filled);
    }
    return figures;
}

/// The arrow is the figure nearest to the letter and all that touches it; a tick of the grid beside it is not.
Arrow drawn_near(const SheetParts& parts, const TextRun& letter) {
    std::vector<Figure> left = figures_near(parts, letter);
    Arrow arrow;
    std::vector<Box> taken;
    const auto take = [&](std::size_t i) {
        const Figure figure = std::move(left[i]);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
        taken.push_back(figure.box);
        arrow.corners.insert(arrow.corners.end(), figure.points.begin(), figure.points.end());
        if (!figure.open || figure.points.size() != 2) return;
        const bool longer = arrow.shaft.empty() || plane::distance(figure.points[0], figure.points[1]) > plane::distance(arrow.shaft[0], arrow.shaft[1]);
        if (longer) arrow.shaft = figure.points;
    };
    if (left.empty()) return arrow;
    const auto nearest = std::ranges::min_element(left, {}, [&letter](const Figure& f) { return gap(f.box, letter.box); });
    take(static_cast<std::size_t>(nearest - left.begin()));
    const double touch = 0.15 * letter.size;
    for (std::size_t i = 0; i < left.size();) {
        const bool touches = std::ranges::any_of(taken, [&](const Box& box) { return gap(box, left[i].box) < touch; });
        if (!touches) {
            ++i;
            continue;
        }
        take(i);
        i = 0;
    }
    return arrow;
}

/// The way a figure points: from its centre of mass to its furthest corner; along its shaft when it has one.
std::optional<double> way_of(const Arrow& arrow, const Ring& hull, const Point& letter) {
    if (hull.size() < 3) {
        if (arrow.shaft.empty()) return std::nullopt;
    }
    const Box box = plane::box_of(hull);
    const double size = std::max(box.width(), box.height());
    if (!arrow.shaft.empty() && plane::distance(arrow.shaft[0], arrow.shaft[1]) > 0.6 * size) {
        const double along = plane::direction(arrow.shaft[0], arrow.shaft[1]);
        const double to_letter = plane::direction(plane::middle(box), letter);
        return plane::turn_between(along, to_letter) <= 90 ? along : along + 180;
    }
    const Point centre = plane::centroid(hull);
    const auto tip = std::ranges::max_element(hull, {}, [&](const Point& p) { return plane::distance(p, centre); });
    const double width = 2 * std::abs(plane::area(hull)) / std::max(1e-9, plane::distance(centre, *tip));
    if (plane::distance(centre, *tip) < 0.5 * least_slender * width / 2) return std::nullopt;
    return plane::direction(centre, *tip);
}

/// An "N" on the ground of a bestemming is its code or a crumb of the drawing; an arrow stands beside the map or on white.
bool stands_on_colour(const SheetParts& parts, const TextRun& letter) {
    constexpr double larger_than_arrow = 15;  // times the letter's size: a filled arrow may hold its letter
    const Point middle = plane::middle(letter.box);
    return std::ranges::any_of(parts.areas, [&](const MapArea& area) {
        const bool white = !area.style.fill || std::min({area.style.fill->r, area.style.fill->g, area.style.fill->b}) > 225;
        const Box box = plane::box_of(area.shape);
        const bool large = std::min(box.width(), box.height()) > larger_than_arrow * letter.size;
        return !white && large && plane::holds(box, middle) && plane::holds(area.shape, middle);
    });
}

double north_of(double direction) { return std::remainder(direction - 90, 360); }

}  // namespace

std::optional<NorthArrow> north_arrow(const SheetParts& parts, const std::vector<Box>& legend) {
    for (const TextRun& run : parts.runs) {
        if (run.text != "N" && run.text != "Noord" && run.text != "noord" && run.text != "NOORD") continue;
        const Point letter = plane::middle(run.box);
        if (std::ranges::any_of(legend, [&](const Box& block) { return plane::holds(block, letter); }) || stands_on_colour(parts, run)) continue;
        const Arrow arrow = drawn_near(parts, run);
        if (arrow.corners.size() < 2) continue;
        const Ring hull = plane::hull_of(arrow.corners);
        auto angle = way_of(arrow, hull, letter);
        if (!angle) continue;
        const Box box = plane::box_of(arrow.corners);
        // The letter stands at the point, or turned as the arrow is; it settles which end is north.
        const double to_letter = plane::direction(plane::middle(box), letter);
        if (plane::turn_between(*angle, to_letter) > 180 - most_off && plane::turn_between(*angle, run.angle + 90) > 90) *angle += 180;
        return NorthArrow{united(box, run.box), north_of(*angle)};
    }
    return std::nullopt;
}

}  // namespace planlezer
