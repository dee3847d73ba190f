#include "rules/map/sheet/neighbours.hpp"

#include <algorithm>

#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr double within = 0.95;          // share of an area that makes it part of another
constexpr double widest_strip = 0.5;     // metres: where two lines were meant to be one
constexpr double least_gap = 0.0001;     // square metres
constexpr double largest_gap = 2;
constexpr double widest_gap = 0.25;      // metres
constexpr double in_doubt = 0.5;
constexpr double grid = 0.001;           // metres
constexpr double sliver = 0.05;          // metres

bool boxes_meet(const Bounds& a, const Bounds& b) { return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1; }

/// Bestemmingen with an area, the smallest first.
std::vector<PlanObject*> fields_of(std::vector<PlanObject>& objects) {
    std::vector<PlanObject*> fields;
    for (PlanObject& object : objects) {
        if (object.kind == PlanObjectKind::enkelbestemming && !object.area.empty()) fields.push_back(&object);
    }
    std::ranges::stable_sort(fields, {}, [](const PlanObject* object) { return area(object->area); });
    return fields;
}

void part(PlanObject& smaller, PlanObject& larger) {
    const MultiPolygon shared = intersection(smaller.area, larger.area);
    const double size = area(shared);
    if (size <= 0) return;
    const bool inside = size >= within * area(smaller.area);
    if (!inside && !cleaned(shared, grid, widest_strip).empty()) {
        smaller.confidence = std::min(smaller.confidence, in_doubt);
        larger.confidence = std::min(larger.confidence, in_doubt);
        return;
    }
    larger.area = cleaned(difference(larger.area, smaller.area), grid, sliver);
}

/// Narrow ground between the fields that none of them has.
std::vector<MultiPolygon> gaps_between(const std::vector<PlanObject*>& fields) {
    std::vector<MultiPolygon> areas;
    for (const PlanObject* field : fields) areas.push_back(field->area);
    const MultiPolygon whole = merged(areas);
    std::vector<MultiPolygon> gaps;
    for (const Polygon& part : difference(grown(grown(whole, widest_gap / 2), -widest_gap / 2), whole)) {
        MultiPolygon gap{part};
        const double size = area(gap);
        if (size > least_gap && size < largest_gap && 2 * size < widest_gap * perimeter(gap)) gaps.push_back(std::move(gap));
    }
    return gaps;
}

void close_gap(const MultiPolygon& gap, const std::vector<PlanObject*>& fields) {
    constexpr double touch = 0.01;  // metres
    const MultiPolygon reach = grown(gap, touch);
    PlanObject* best = nullptr;
    double most = 0;
    int touched = 0;
    for (PlanObject* field : fields) {
        if (!boxes_meet(bounds(field->area), bounds(reach))) continue;
        const double shared = area(intersection(field->area, reach));
        touched += shared > 0 ? 1 : 0;
        if (shared <= most) continue;
        most = shared;
        best = field;
    }
    if (best != nullptr && touched > 1) best->area = cleaned(merged(std::vector{best->area, gap}), grid);
}

}  // namespace

void settle_neighbours(std::vector<PlanObject>& objects) {
    const std::vector<PlanObject*> fields = fields_of(objects);
    for (std::size_t larger = 0; larger < fields.size(); ++larger) {
        for (std::size_t smaller = 0; smaller < larger; ++smaller) {
            if (boxes_meet(bounds(fields[smaller]->area), bounds(fields[larger]->area))) part(*fields[smaller], *fields[larger]);
        }
    }
    for (const MultiPolygon& gap : gaps_between(fields)) close_gap(gap, fields);
}

}  // namespace planlezer
