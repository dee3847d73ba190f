#include "rules/map/sheet/plan_border.hpp"

#include <algorithm>
#include <cstddef>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double doubtful_area = 0.6;

bool is_plangebied(const SheetArea& each) { return each.kind == PlanObjectKind::plangebied; }
bool is_bestemming(const SheetArea& each) { return each.kind == PlanObjectKind::enkelbestemming; }

/// An outline that was read from a picture leaves out what is drawn within it; what has a bestemming or bouwvlak belongs to the plan.
void fill_plangebied(MultiPolygon& plan, const std::vector<SheetArea>& areas) {
    constexpr double mostly = 0.5;
    const auto is_of_plan = [&](const Ring& hole) {
        const MultiPolygon ground{{Ring(hole.rbegin(), hole.rend()), {}}};
        const double size = area(ground);
        return std::ranges::any_of(areas, [&](const SheetArea& each) {
            return each.kind != PlanObjectKind::plangebied && area(intersection(ground, each.shape)) > mostly * size;
        });
    };
    for (Polygon& part : plan) std::erase_if(part.holes, is_of_plan);
}

/// The border of the plan where it was found and holds nearly all bestemmingen; empty else.
MultiPolygon border_of_plan(const std::vector<SheetArea>& areas) {
    constexpr double nearly_all = 0.7;
    std::vector<MultiPolygon> borders;
    for (const SheetArea& each : areas) {
        if (is_plangebied(each)) borders.push_back(each.shape);
    }
    MultiPolygon border = merged(borders);
    double all = 0;
    double held = 0;
    for (const SheetArea& each : areas) {
        if (!is_bestemming(each)) continue;
        all += area(each.shape);
        held += area(intersection(each.shape, border));
    }
    return held > nearly_all * all ? border : MultiPolygon{};
}

bool touches_another(std::size_t i, const std::vector<SheetArea>& areas) {
    constexpr double a_line = 6;  // points
    const MultiPolygon reach = grown(areas[i].shape, a_line);
    for (std::size_t other = 0; other < areas.size(); ++other) {
        if (other != i && is_bestemming(areas[other]) && meet(bounds(reach), bounds(areas[other].shape)) && area(intersection(reach, areas[other].shape)) > 0) return true;
    }
    return false;
}

}  // namespace

void keep_plangebied(std::vector<SheetArea>& areas) {
    constexpr double some = 0.05;
    constexpr double within = 0.95;
    const bool known = std::ranges::any_of(areas, is_bestemming);
    for (SheetArea& each : areas) {
        if (is_plangebied(each)) fill_plangebied(each.shape, areas);
    }
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (!is_plangebied(areas[i])) continue;
        if (!known) areas[i].confidence = std::min(areas[i].confidence, doubtful_area);  // nothing vouches for it
        const double size = area(areas[i].shape);
        double covered = 0;
        for (std::size_t other = 0; other < areas.size() && !gone[i]; ++other) {
            if (is_bestemming(areas[other])) covered += area(intersection(areas[i].shape, areas[other].shape));
            if (other == i || gone[other] || !is_plangebied(areas[other]) || area(areas[other].shape) <= size) continue;
            gone[i] = area(intersection(areas[i].shape, areas[other].shape)) > within * size;
        }
        gone[i] = gone[i] || (known && covered < some * size);
    }
    std::size_t at = 0;
    std::erase_if(areas, [&](const SheetArea&) { return gone[at++]; });
}

void drop_strays(std::vector<SheetArea>& areas) {
    constexpr double some = 0.1;
    const MultiPolygon border = border_of_plan(areas);
    const bool several = std::ranges::count_if(areas, is_bestemming) > 1;
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (!is_bestemming(areas[i])) continue;
        if (!border.empty()) gone[i] = area(intersection(areas[i].shape, border)) < some * area(areas[i].shape);
        else gone[i] = several && areas[i].outline && !areas[i].dashed && !touches_another(i, areas);
    }
    std::size_t at = 0;
    std::erase_if(areas, [&](const SheetArea&) { return gone[at++]; });
}

}  // namespace planlezer
