#include "extractors/map/north_arrow.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double reach = 8;           // times the letter's size: how far the arrow may lie
constexpr double longest = 200;       // points
constexpr double least_slender = 1.2; // length to width of an arrow
constexpr double most_off = 35;       // degrees between the arrow and the way to its letter

struct Figure {
    Point tail;
    Point tip;
    Box box;
};

/// From the blunt end to the sharp one: the tip is the corner furthest from the centre of mass.
std::optional<Figure> figure_of(const Ring& ring) {
    if (ring.size() < 3) return std::nullopt;
    const Box box = plane::box_of(ring);
    if (std::max(box.width(), box.height()) > longest) return std::nullopt;
    const Point centre = plane::centroid(ring);
    const auto tip = std::ranges::max_element(ring, {}, [&](const Point& p) { return plane::distance(p, centre); });
    const auto tail = std::ranges::max_element(ring, {}, [&](const Point& p) { return plane::distance(p, *tip); });
    double width = 0;
    for (const Point& p : ring) width = std::max(width, plane::distance_to_segment(p, centre, *tip));
    if (plane::distance(centre, *tip) * 1.5 < least_slender * width) return std::nullopt;
    return Figure{{2 * centre.x - tip->x, 2 * centre.y - tip->y}, *tip, united(box, {tail->x, tail->y, tail->x, tail->y})};
}

/// All that is drawn near the letter: filled figures first, as they tell which end is the point.
std::vector<Figure> figures_near(const SheetParts& parts, const Box& letter, double size) {
    const Box near = plane::grown(letter, reach * size);
    std::vector<Figure> figures;
    const auto add = [&](const Ring& ring) {
        if (!plane::holds(near, plane::middle(plane::box_of(ring)))) return;
        if (const auto figure = figure_of(ring)) figures.push_back(*figure);
    };
    for (const MapArea& area : parts.areas) {
        if (!area.shape.empty()) add(area.shape[0].outer);
    }
    for (const SheetLine& line : parts.lines) {
        if (line.closed || line.filled) add(line.points);
    }
    return figures;
}

std::optional<Figure> shaft_near(const SheetParts& parts, const Box& letter, double size) {
    const Box near = plane::grown(letter, reach * size);
    std::optional<Figure> longest_line;
    for (const SheetLine& line : parts.lines) {
        if (line.points.size() != 2 || line.closed || !plane::holds(near, plane::middle(plane::box_of(line.points)))) continue;
        const double length = plane::distance(line.points[0], line.points[1]);
        if (length > longest || length < size) continue;
        if (longest_line && length <= plane::distance(longest_line->tail, longest_line->tip)) continue;
        longest_line = Figure{line.points[0], line.points[1], plane::box_of(line.points)};
    }
    return longest_line;
}

double north_of(double direction) { return std::remainder(direction - 90, 360); }

}  // namespace

std::optional<NorthArrow> north_arrow(const SheetParts& parts, const std::vector<Box>& legend) {
    for (const TextRun& run : parts.runs) {
        if (run.text != "N" && run.text != "Noord" && run.text != "noord" && run.text != "NOORD") continue;
        const Point letter = plane::middle(run.box);
        if (std::ranges::any_of(legend, [&](const Box& block) { return plane::holds(block, letter); })) continue;
        std::vector<Figure> figures = figures_near(parts, run.box, run.size);
        if (figures.empty()) {
            if (const auto shaft = shaft_near(parts, run.box, run.size)) figures.push_back(*shaft);
        }
        if (figures.empty()) continue;
        const auto largest = std::ranges::max_element(figures, {}, [](const Figure& f) { return plane::distance(f.tail, f.tip); });
        double angle = plane::direction(largest->tail, largest->tip);
        // The letter stands at the point, or turned as the arrow is; it settles which end is north.
        const Point middle = plane::middle(largest->box);
        const double to_letter = plane::direction(middle, letter);
        if (plane::turn_between(angle, to_letter) > 180 - most_off && plane::turn_between(angle, run.angle + 90) > 90) angle += 180;
        Box box = run.box;
        for (const Figure& figure : figures) {
            if (plane::turn_between(plane::direction(figure.tail, figure.tip), angle, 180) < most_off) box = united(box, figure.box);
        }
        return NorthArrow{box, north_of(angle)};
    }
    return std::nullopt;
}

}  // namespace planlezer
