#include "extractors/map/raster/hatched_areas.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "extractors/map/geos.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr int most_shade = 24;          // between the channels of a colour, beside those of the paper
constexpr double same_place = 0.75;     // points between the boxes of one outline found twice
constexpr double thicker = 1.2;         // than the line around what surrounds it
constexpr double just_outside = 3;      // points
constexpr double swatch_size = 2500;    // square points
constexpr double mostly = 0.65;         // of the outline has one area outside

bool same_outline(const MapArea& a, const MapArea& b) {
    const Box p = plane::box_of(a.shape);
    const Box q = plane::box_of(b.shape);
    if (std::max({std::abs(p.x0 - q.x0), std::abs(p.y0 - q.y0), std::abs(p.x1 - q.x1), std::abs(p.y1 - q.y1)}) > same_place) return false;
    const double one = plane::area(a.shape);
    const double other = plane::area(b.shape);
    return std::abs(one - other) < 0.02 * std::max(one, other);
}

/// Lines of several widths enclose an outline as often as there are widths.
void drop_repeated(std::vector<MapArea>& areas) {
    BoxIndex index(60);
    std::vector<MapArea> kept;
    for (MapArea& area : areas) {
        const Box box = plane::box_of(area.shape);
        const bool known = std::ranges::any_of(index.meeting(box), [&](std::size_t id) { return kept[id].style.edge == area.style.edge && same_outline(kept[id], area); });
        if (known) continue;
        index.add(kept.size(), box);
        kept.push_back(std::move(area));
    }
    areas = std::move(kept);
}

/// The hatched area that lies outside most of this outline.
std::optional<std::size_t> ground_around(const MapArea& area, const std::vector<MapArea>& areas, const BoxIndex& hatched) {
    constexpr double step = 4;  // points
    const Box room = plane::grown(plane::box_of(area.shape), just_outside);
    const std::vector<std::size_t> near = hatched.meeting(room);
    std::vector<std::size_t> votes(near.size(), 0);
    std::size_t all = 0;
    for (const Polygon& part : area.shape) {
        for (std::size_t i = 0; i < part.outer.size(); ++i) {
            const Point& a = part.outer[i];
            const Point& b = part.outer[(i + 1) % part.outer.size()];
            const double length = plane::distance(a, b);
            for (double t = step / 2; t < length; t += step) {
                const Point on{a.x + t / length * (b.x - a.x), a.y + t / length * (b.y - a.y)};
                const Point side{(b.y - a.y) / length * just_outside, -(b.x - a.x) / length * just_outside};
                Point out{on.x + side.x, on.y + side.y};
                if (plane::holds(part.outer, out)) out = {on.x - side.x, on.y - side.y};
                ++all;
                for (std::size_t n = 0; n < near.size(); ++n) votes[n] += plane::holds(areas[near[n]].shape, out) ? 1U : 0U;
            }
        }
    }
    const auto most = std::ranges::max_element(votes);
    if (most == votes.end() || static_cast<double>(*most) < mostly * static_cast<double>(all)) return std::nullopt;
    return near[static_cast<std::size_t>(most - votes.begin())];
}

/// The thinnest line around hatched ground. The contour of the plan, or bouwvlakken along a line, make others wider; swatches
/// are small, and tell no width of the map.
double usual_width(const std::vector<MapArea>& areas) {
    double least = 0;
    for (const bool of_map : {true, false}) {
        for (const MapArea& area : areas) {
            if (area.style.hatch == HatchKind::none || (of_map && plane::area(area.shape) < swatch_size)) continue;
            if (least <= 0 || area.style.edge_width < least) least = area.style.edge_width;
        }
        if (least > 0) break;
    }
    return least;
}

/// The draughtsman leaves a bouwvlak white to write in it: the hatched area goes on beneath.
void fill_white(std::vector<MapArea>& areas) {
    BoxIndex hatched(200);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (areas[i].style.hatch != HatchKind::none) hatched.add(i, plane::box_of(areas[i].shape));
    }
    const double usual = usual_width(areas);
    std::vector<std::vector<MultiPolygon>> parts(areas.size());
    for (const MapArea& area : areas) {
        if (area.style.hatch != HatchKind::none || area.style.edge != LineDash::solid) continue;
        const auto around = ground_around(area, areas, hatched);
        if (around && area.style.edge_width >= thicker * std::min(usual, areas[*around].style.edge_width)) parts[*around].push_back(area.shape);
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (parts[i].empty()) continue;
        parts[i].push_back(areas[i].shape);
        if (MultiPolygon whole = geos::joined(parts[i]); !whole.empty()) areas[i].shape = std::move(whole);
    }
}

}  // namespace

bool is_black_and_white(const ColourClasses& classes) {
    const Rgb& paper = classes.colours.front();
    return std::ranges::all_of(classes.colours, [&paper](const Rgb& c) {
        const auto [least, most] = std::minmax({c.r - paper.r, c.g - paper.g, c.b - paper.b});
        return most - least <= most_shade;
    });
}

void hatch_areas(const HatchFields& fields, std::vector<MapArea>& areas) {
    drop_repeated(areas);
    BoxIndex hatched(200);
    std::vector<MapArea> kept;
    for (MapArea& area : areas) {
        const Point inside = geos::point_inside(area.shape.front());
        // The largest come first: what lies on hatched ground is a strip between its strokes.
        const bool strip = std::ranges::any_of(hatched.meeting({inside.x, inside.y, inside.x, inside.y}), [&](std::size_t id) { return plane::holds(kept[id].shape, inside); });
        if (strip) continue;
        if (area.style.edge == LineDash::solid) {
            const Hatching found = fields.in(area.shape);
            area.style.hatch = found.kind;
            area.style.hatch_angle = found.angle;
            area.style.hatch_spacing = found.spacing;
        }
        if (area.style.hatch != HatchKind::none) hatched.add(kept.size(), plane::box_of(area.shape));
        kept.push_back(std::move(area));
    }
    areas = std::move(kept);
    fill_white(areas);
}

}  // namespace planlezer
