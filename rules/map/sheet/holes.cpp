#include "rules/map/sheet/holes.hpp"

#include <algorithm>
#include <cstddef>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double smaller = 0.8;   // than what it lies in, of its size
constexpr double a_guess = 0.6;   // confidence

double common(const MultiPolygon& a, const MultiPolygon& b) { return meet(bounds(a), bounds(b)) ? area(intersection(a, b)) : 0; }

bool is_bestemming(const SheetArea& each) { return each.kind == PlanObjectKind::enkelbestemming; }

/// A house of the base map lies within a bouwvlak and is smaller.
bool is_house_in(const MultiPolygon& house, const MultiPolygon& whole) {
    constexpr double within = 0.95;
    const double own = area(house);
    return own < smaller * area(whole) && common(house, whole) > within * own;
}

/// Where dashes are the border of a bestemming, the line of a bouwvlak within them is none; a colour of its own hides that of its ground.
bool hides(const SheetArea& bouwvlak, const MultiPolygon& ground, const SheetArea& bestemming) {
    constexpr double mostly = 0.9;
    return (bestemming.dashed || !bouwvlak.outline) && common(bouwvlak.shape, ground) > mostly * area(ground);
}

enum class Hole { open, house, bouwvlak };

Hole hole_of(const MultiPolygon& ground, const SheetArea& bestemming, const std::vector<SheetArea>& areas, const OtherLetters& others) {
    constexpr double some = 0.05;
    if (others(ground, bestemming.name)) return Hole::open;
    if (std::ranges::any_of(areas, [&](const SheetArea& each) { return is_bestemming(each) && common(each.shape, ground) > some * area(ground); })) return Hole::open;
    Hole found = Hole::open;
    for (const SheetArea& each : areas) {
        if (each.kind != PlanObjectKind::bouwvlak) continue;
        if (is_house_in(ground, each.shape)) return Hole::house;
        if (hides(each, ground, bestemming)) found = Hole::bouwvlak;
    }
    return found;
}

}  // namespace

void drop_houses(std::vector<SheetArea>& areas, const OtherLetters& others) {
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const SheetArea& house = areas[i];
        if (!is_bestemming(house) || others(house.shape, {})) continue;
        const auto in_another = [&](PlanObjectKind kind) {
            return std::ranges::any_of(areas, [&](const SheetArea& other) {
                return other.kind == kind && other.name != house.name && !other.name.empty() && is_house_in(house.shape, other.shape);
            });
        };
        gone[i] = in_another(PlanObjectKind::enkelbestemming) && in_another(PlanObjectKind::bouwvlak);
    }
    std::size_t at = 0;
    std::erase_if(areas, [&](const SheetArea&) { return gone[at++]; });
}

void fill_holes(std::vector<SheetArea>& areas, const OtherLetters& others) {
    const std::vector<SheetArea> before = areas;
    for (SheetArea& each : areas) {
        if (!is_bestemming(each)) continue;
        for (Polygon& part : each.shape) {
            std::erase_if(part.holes, [&](const Ring& hole) {
                const Hole kind = hole_of({{Ring(hole.rbegin(), hole.rend()), {}}}, each, before, others);
                if (kind == Hole::bouwvlak) each.confidence = std::min(each.confidence, a_guess);
                return kind != Hole::open;
            });
        }
    }
}

}  // namespace planlezer
