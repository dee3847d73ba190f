#include "rules/map/sheet/corner_contact.hpp"

#include <algorithm>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

std::vector<std::size_t> corner_neighbours(const std::vector<SheetArea>& areas, std::size_t bouwvlak) {
    constexpr double line = 0.8;      // points: half of the widest outline
    constexpr double one_place = 5;   // points: where two lines of that width cross
    const MultiPolygon own = grown(areas[bouwvlak].shape, line);
    const Bounds about = bounds(grown(own, line));
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (i == bouwvlak || areas[i].kind != PlanObjectKind::bouwvlak || !meet(about, bounds(areas[i].shape))) continue;
        if (overlap_ratio(areas[bouwvlak].shape, areas[i].shape) > 0.01) continue;
        const MultiPolygon contact = intersection(own, grown(areas[i].shape, line));
        if (contact.empty()) continue;
        const Bounds place = bounds(contact);
        if (std::max(place.x1 - place.x0, place.y1 - place.y0) < one_place) found.push_back(i);
    }
    return found;
}

}  // namespace planlezer
