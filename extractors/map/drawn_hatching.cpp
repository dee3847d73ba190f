#include "extractors/map/drawn_hatching.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>
#include <utility>

#include "extractors/map/disjoint_sets.hpp"
#include "extractors/map/geos.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr std::size_t least_clipped = 2;   // lines clipped to an outline that make it hatched
constexpr std::size_t least_lines = 5;     // parallel lines that make hatching when nothing else tells
constexpr double widest_spacing = 30;      // points
constexpr double regular = 0.12;           // share by which distances may differ
constexpr std::size_t most_lines = 200'000;

struct Stripe {
    std::size_t piece = 0;
    double across = 0;  ///< distance from the origin, along the normal
    double from = 0;    ///< along the line
    double to = 0;
};

using Style = std::tuple<long, int, long, long, std::uint8_t, std::uint8_t, std::uint8_t, long>;  // angle, clip and its corner, colour, width

double line_angle(const DrawnLine& line) {
    double angle = plane::direction(line.points[0], line.points[1]);
    if (angle < 0) angle += 180;
    return angle >= 179.75 ? 0 : angle;
}

bool may_hatch(const Piece& piece) {
    return !piece.used && piece.path->paint == DrawnPath::Paint::stroke && piece.line->points.size() == 2 && !piece.line->closed;
}

std::map<Style, std::vector<Stripe>> by_style(const std::vector<Piece>& pieces) {
    std::map<Style, std::vector<Stripe>> groups;
    std::size_t count = 0;
    for (std::size_t i = 0; i < pieces.size() && count < most_lines; ++i) {
        if (!may_hatch(pieces[i])) continue;
        const DrawnPath& path = *pieces[i].path;
        const double angle = line_angle(*pieces[i].line);
        const double radians = angle * std::numbers::pi / 180;
        const Point& a = pieces[i].line->points[0];
        const Point& b = pieces[i].line->points[1];
        const auto along = [&](const Point& p) { return p.x * std::cos(radians) - p.y * std::sin(radians); };
        const double across = a.x * std::sin(radians) + a.y * std::cos(radians);
        groups[{std::lround(2 * angle), path.clip, std::lround(path.clip_box.x0), std::lround(path.clip_box.y0), path.stroke.r, path.stroke.g, path.stroke.b, std::lround(20 * path.width)}].push_back(
            {i, across, std::min(along(a), along(b)), std::max(along(a), along(b))});
        ++count;
    }
    return groups;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto mid = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, mid);
    return *mid;
}

/// The next stripe beside each that runs along it, as pairs with their distance. Sorted by `across`.
struct Step {
    std::size_t a = 0;
    std::size_t b = 0;
    double distance = 0;
};

std::vector<Step> steps_between(const std::vector<Stripe>& stripes) {
    std::vector<Step> steps;
    for (std::size_t i = 0; i < stripes.size(); ++i) {
        for (std::size_t j = i + 1; j < stripes.size() && stripes[j].across - stripes[i].across <= widest_spacing; ++j) {
            const double distance = stripes[j].across - stripes[i].across;
            const double overlap = std::min(stripes[i].to, stripes[j].to) - std::max(stripes[i].from, stripes[j].from);
            if (distance < 0.3 || overlap <= 0) continue;
            steps.push_back({i, j, distance});
            break;
        }
    }
    return steps;
}

/// Groups of stripes that lie side by side at one distance.
std::vector<std::pair<std::vector<Stripe>, double>> regular_groups(const std::vector<Stripe>& stripes) {
    const std::vector<Step> steps = steps_between(stripes);
    std::vector<double> distances;
    for (const Step& step : steps) distances.push_back(step.distance);
    const double spacing = median(distances);
    DisjointSets sets(stripes.size());
    for (const Step& step : steps) {
        if (std::abs(step.distance - spacing) <= regular * spacing) sets.join(step.a, step.b);
    }
    std::map<std::size_t, std::vector<Stripe>> groups;
    for (std::size_t i = 0; i < stripes.size(); ++i) groups[sets.root(i)].push_back(stripes[i]);
    std::vector<std::pair<std::vector<Stripe>, double>> result;
    for (auto& [key, members] : groups) {
        if (members.size() >= least_lines) result.emplace_back(std::move(members), spacing);
    }
    return result;
}

MapArea styled(const DrawnPath& path, double angle, double spacing) {
    MapArea area;
    area.style.hatch = HatchKind::lines;
    area.style.hatch_angle = angle;
    area.style.hatch_spacing = spacing;
    area.style.edge_colour = path.stroke;
    return area;
}

/// A clip that is a box of its own, small on the page, and that the lines would leave: they were drawn to fill it.
bool fills_clip_box(const std::vector<Stripe>& stripes, const std::vector<Piece>& pieces, const Drawing& drawing) {
    const Box& clip = pieces[stripes[0].piece].path->clip_box;
    if (clip.width() * clip.height() > 0.2 * drawing.width * drawing.height) return false;
    const auto leaves = [&clip](const Box& b) { return b.x0 < clip.x0 - 0.05 || b.y0 < clip.y0 - 0.05 || b.x1 > clip.x1 + 0.05 || b.y1 > clip.y1 + 0.05; };
    const auto leaving = std::ranges::count_if(stripes, [&](const Stripe& stripe) { return leaves(pieces[stripe.piece].box); });
    return leaving >= static_cast<std::ptrdiff_t>(least_clipped);
}

/// The clip's outline, or its box when it has none.
MultiPolygon outline_of(const Drawing& drawing, const DrawnPath& path) {
    const Box& box = path.clip_box;
    if (path.clip < 0) return {{{{box.x0, box.y0}, {box.x0, box.y1}, {box.x1, box.y1}, {box.x1, box.y0}}, {}}};
    const Clip& set = drawing.clips[static_cast<std::size_t>(path.clip)];
    std::vector<Ring> rings;
    for (const DrawnLine& line : set.lines) rings.push_back(line.points);
    return geos::filled(rings, !set.even_odd);
}

void use(const std::vector<Stripe>& stripes, std::vector<Piece>& pieces) {
    for (const Stripe& stripe : stripes) pieces[stripe.piece].used = true;
}

/// Two hatchings of one outline are one crossed hatching.
void cross(std::vector<DrawnHatching>& found) {
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (std::size_t j = i + 1; j < found.size(); ++j) {
            AreaStyle& a = found[i].area.style;
            const AreaStyle& b = found[j].area.style;
            if (a.hatch != HatchKind::lines || plane::turn_between(a.hatch_angle, b.hatch_angle, 180) < 10) continue;
            const double one = plane::area(found[i].area.shape);
            const double other = plane::area(found[j].area.shape);
            if (std::min(one, other) < 0.8 * std::max(one, other)) continue;
            if (plane::area(geos::common(found[i].area.shape, found[j].area.shape)) < 0.8 * std::max(one, other)) continue;
            a.hatch = HatchKind::crossed;
            found.erase(found.begin() + static_cast<std::ptrdiff_t>(j));
            break;
        }
    }
}

/// Small equal figures strewn over a clip: dots, tufts of grass.
void add_dots(const Drawing& drawing, std::vector<Piece>& pieces, std::vector<DrawnHatching>& found) {
    constexpr double largest_dot = 6;      // points
    constexpr std::size_t least_dots = 6;
    std::map<std::tuple<int, long, long>, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const DrawnPath& path = *pieces[i].path;
        const bool small = std::max(pieces[i].box.width(), pieces[i].box.height()) <= largest_dot;
        const bool own_clip = path.clip >= 0 || path.clip_box.width() * path.clip_box.height() < 0.2 * drawing.width * drawing.height;
        if (small && own_clip && !pieces[i].used) groups[{path.clip, std::lround(path.clip_box.x0), std::lround(path.clip_box.y0)}].push_back(i);
    }
    for (const auto& [clip, members] : groups) {
        if (members.size() < least_dots) continue;
        const DrawnPath& path = *pieces[members[0]].path;
        MapArea area;
        area.style.hatch = HatchKind::dots;
        area.style.edge_colour = path.paint == DrawnPath::Paint::fill ? path.fill : path.stroke;
        area.shape = outline_of(drawing, path);
        area.style.hatch_spacing = std::sqrt(plane::area(area.shape) / static_cast<double>(members.size()));
        if (area.shape.empty()) continue;
        for (const std::size_t i : members) pieces[i].used = true;
        found.push_back({std::move(area), true});
    }
}

}  // namespace

std::vector<DrawnHatching> drawn_hatching(const Drawing& drawing, std::vector<Piece>& pieces) {
    std::vector<DrawnHatching> found;
    for (auto& [style, stripes] : by_style(pieces)) {
        std::ranges::sort(stripes, {}, [](const Stripe& s) { return std::tuple(s.across, s.from); });
        const DrawnPath& path = *pieces[stripes[0].piece].path;
        const double angle = line_angle(*pieces[stripes[0].piece].line);
        const std::vector<Step> steps = steps_between(stripes);
        if (stripes.size() >= least_clipped && (path.clip >= 0 || fills_clip_box(stripes, pieces, drawing))) {
            std::vector<double> distances;
            for (const Step& step : steps) distances.push_back(step.distance);
            MapArea area = styled(path, angle, median(distances));
            area.shape = outline_of(drawing, path);
            if (area.shape.empty() || steps.empty()) continue;
            found.push_back({std::move(area), true});
            use(stripes, pieces);
            continue;
        }
        if (path.dash != LineDash::solid) continue;  // loose dashed lines bound areas
        for (const auto& [members, spacing] : regular_groups(stripes)) {
            MapArea area = styled(path, angle, spacing);
            std::vector<Ring> lines;
            for (const Stripe& stripe : members) lines.push_back(pieces[stripe.piece].line->points);
            area.shape = geos::around(lines, 0.52 * spacing);
            area.confidence = 0.6;
            found.push_back({std::move(area), false});
            use(members, pieces);
        }
    }
    cross(found);
    add_dots(drawing, pieces, found);
    return found;
}

}  // namespace planlezer
