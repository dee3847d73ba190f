#include "schemas/geometry/plan_cover.hpp"

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double most_under_lines = 0.03;
constexpr double widest_street = 30;  // metres

template <typename Wanted>
MultiPolygon all(const PlanMap& map, const Wanted& wanted) {
    std::vector<MultiPolygon> parts;
    for (const PlanObject& object : map.objects) {
        if (!object.area.empty() && wanted(object)) parts.push_back(object.area);
    }
    return merged(parts);
}

/// With the streets between its parts: they have a bestemming too.
MultiPolygon closed(const MultiPolygon& parts) { return grown(grown(parts, widest_street / 2), -widest_street / 2); }

}  // namespace

double ground_without_bestemming(const PlanMap& map) {
    const auto is_enkel = [](const PlanObject& o) { return o.kind == PlanObjectKind::enkelbestemming; };
    const MultiPolygon known = all(map, [&](const PlanObject& o) { return is_enkel(o) && o.confidence >= sure_object; });
    MultiPolygon plan = all(map, [](const PlanObject& o) { return o.kind == PlanObjectKind::plangebied; });
    if (plan.empty()) plan = closed(all(map, is_enkel));
    return plan.empty() ? 0 : area(difference(plan, known)) / area(plan);
}

bool is_half_read(const PlanMap& map) { return map.page != 0 && ground_without_bestemming(map) > most_under_lines; }

}  // namespace planlezer
