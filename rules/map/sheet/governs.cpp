#include "rules/map/sheet/governs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr std::array levels{PlanObjectKind::maatvoering, PlanObjectKind::bouwvlak, PlanObjectKind::enkelbestemming};

bool meets(const Bounds& a, const Box& b) { return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1; }

/// The smallest of this kind around the point.
std::optional<std::size_t> smallest_around(Point at, PlanObjectKind kind, const std::vector<SheetArea>& areas) {
    std::optional<std::size_t> best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (areas[i].kind != kind || !meets(bounds(areas[i].shape), {at.x, at.y, at.x, at.y}) || !contains(areas[i].shape, at)) continue;
        const double size = area(areas[i].shape);
        if (size < least) {
            least = size;
            best = i;
        }
    }
    return best;
}

/// The only area of this kind that the sign covers in part.
std::optional<std::size_t> only_one_under(const Box& box, PlanObjectKind kind, const std::vector<SheetArea>& areas) {
    const MultiPolygon sign{{{{box.x0, box.y0}, {box.x1, box.y0}, {box.x1, box.y1}, {box.x0, box.y1}}, {}}};
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (areas[i].kind != kind || !meets(bounds(areas[i].shape), box) || area(intersection(areas[i].shape, sign)) <= 0) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

/// All of it, not only the box around it.
bool lies_within(const MapSign& sign, const MultiPolygon& shape) {
    constexpr double nearly_all = 0.995;
    const Box& b = sign.box;
    Ring outline{{b.x0, b.y0}, {b.x1, b.y0}, {b.x1, b.y1}, {b.x0, b.y1}};
    if (sign.shape == SignShape::circle) {
        constexpr int corners = 16;
        outline.clear();
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners;
            outline.push_back({b.mid_x() + b.width() / 2 * std::cos(angle), b.mid_y() + b.height() / 2 * std::sin(angle)});
        }
    }
    const MultiPolygon whole{{std::move(outline), {}}};
    return area(intersection(whole, shape)) >= nearly_all * area(whole);
}

/// What stands wholly in a bouwvlak needs no leader line; what stands beside one may have lost it.
double sure_of_place(const MapSign& sign, const SheetArea& found) {
    constexpr double in_doubt = 0.4;
    const bool certain = !sign.crossed || (!sign.points_at && found.kind != PlanObjectKind::enkelbestemming && lies_within(sign, found.shape));
    return certain ? found.confidence : std::min(found.confidence, in_doubt);
}

}  // namespace

std::optional<Governed> governed_by(const MapSign& sign, const std::vector<SheetArea>& areas) {
    constexpr double overlapping_only = 0.7;
    const Point at = sign.points_at.value_or(Point{sign.box.mid_x(), sign.box.mid_y()});
    for (const PlanObjectKind kind : levels) {
        if (const auto found = smallest_around(at, kind, areas)) return Governed{*found, sure_of_place(sign, areas[*found])};
        // A small bouwvlak may be smaller than its sign: where the sign's middle falls beside it, a person must look.
        if (sign.points_at || kind == PlanObjectKind::enkelbestemming) continue;
        if (const auto found = only_one_under(sign.box, kind, areas)) return Governed{*found, std::min(sure_of_place(sign, areas[*found]), overlapping_only)};
    }
    return std::nullopt;
}

}  // namespace planlezer
