#include "rules/map/sheet/cut_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double within = 0.97;      // of the part, that lies in the whole
constexpr double smaller = 0.97;     // of the whole; what is larger is the same outline
constexpr double along_border = 0.4; // of the part's border, that is the whole's border too

bool is_bouwvlak(const SheetArea& area) { return area.kind == PlanObjectKind::bouwvlak && area.outline; }

/// A courtyard, or a bouwvlak of its own, lies clear of the border of the one around it.
bool lies_along(const MultiPolygon& part, const MultiPolygon& whole) {
    constexpr double reach = 2;  // points
    const MultiPolygon around = grown(part, reach);
    return area(difference(around, whole)) > along_border * area(difference(around, part));
}

bool is_part(const SheetArea& part, const SheetArea& whole) {
    if (!is_bouwvlak(part) || !meet(bounds(part.shape), bounds(whole.shape))) return false;
    const double size = area(part.shape);
    if (size > smaller * area(whole.shape) || area(intersection(part.shape, whole.shape)) < within * size) return false;
    return lies_along(part.shape, whole.shape);
}

Point place_of(const MapSign& sign) { return sign.points_at.value_or(Point{sign.box.mid_x(), sign.box.mid_y()}); }

/// Its form and marks with its words: "6" under an arc is not "6" under a triangle.
std::string saying_of(const MapSign& sign) {
    std::string saying = std::to_string(static_cast<int>(sign.shape));
    for (const SignCell& cell : sign.cells) saying += " " + std::to_string(static_cast<int>(cell.above)) + cell.text + std::to_string(static_cast<int>(cell.below));
    return saying;
}

/// What stands where in the whole: for each set of parts that hold a place, the signs there.
std::map<std::vector<bool>, std::set<std::string>> sayings_in(const MultiPolygon& whole, const std::vector<const MultiPolygon*>& parts, std::span<const MapSign* const> signs) {
    std::map<std::vector<bool>, std::set<std::string>> sayings;
    for (const MapSign* sign : signs) {
        const Point at = place_of(*sign);
        if (!contains(whole, at)) continue;
        std::vector<bool> in;
        for (const MultiPolygon* part : parts) in.push_back(contains(*part, at));
        sayings[in].insert(saying_of(*sign));
    }
    return sayings;
}

}  // namespace

void drop_cut_parts(std::vector<SheetArea>& areas, std::span<const MapSign* const> signs) {
    std::vector<bool> gone(areas.size(), false);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (gone[i] || !is_bouwvlak(areas[i])) continue;
        std::vector<std::size_t> parts;
        std::vector<const MultiPolygon*> shapes;
        for (std::size_t j = 0; j < areas.size(); ++j) {
            if (j == i || gone[j] || !is_part(areas[j], areas[i])) continue;
            parts.push_back(j);
            shapes.push_back(&areas[j].shape);
        }
        const auto sayings = sayings_in(areas[i].shape, shapes, signs);
        const bool alike = std::ranges::all_of(sayings, [&sayings](const auto& ground) { return ground.second == sayings.begin()->second; });
        if (parts.empty() || !alike) continue;
        // Where only a part has a sign, that of the rest may not have been read.
        areas[i].guessed_whole = !sayings.empty() && !sayings.contains(std::vector<bool>(parts.size(), false));
        for (const std::size_t part : parts) gone[part] = true;
    }
    std::size_t at = 0;
    std::erase_if(areas, [&](const SheetArea&) { return gone[at++]; });
}

}  // namespace planlezer
