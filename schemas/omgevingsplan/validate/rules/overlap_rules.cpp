#include <algorithm>

#include "schemas/geometry/polygons.hpp"
#include "schemas/omgevingsplan/validate/rules/geometry_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/norm_places.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

/// An overlap no wider than this is what rounding to millimetres leaves along an edge that two areas share.
constexpr double edge_metres = 0.002;
constexpr double edge_degrees = 2e-8;

struct Ground {
    NormPlace place;
    const MultiPolygon* shape;
    Bounds box;
    std::string value;
};

std::vector<Ground> grounds_of(const Delivery& delivery, const NormPlaces& places, std::size_t norm) {
    std::vector<Ground> grounds;
    for (const NormPlace& place : places.places(norm)) {
        if (place.location == nullptr) continue;
        const GmlShape& shape = place.location->shape;
        if (!shape.faults.empty() || shape.area.empty()) continue;  // told elsewhere
        const Bounds box = bounds(shape.area);
        const Element value = delivery.objects[place.value].element;
        grounds.push_back({place, &shape.area, box, value_kind(value) + " " + value_text(value)});
    }
    std::ranges::sort(grounds, [](const Ground& a, const Ground& b) { return a.box.x0 < b.box.x0; });
    return grounds;
}

bool overlap(const Ground& a, const Ground& b) {
    if (a.box.y1 <= b.box.y0 || b.box.y1 <= a.box.y0) return false;
    const bool degrees = a.place.location->geometry.attribute("srsName").ends_with(":4258");
    const double edge = degrees ? edge_degrees : edge_metres;
    return !cleaned(intersection(*a.shape, *b.shape), edge / 2, edge).empty();
}

/// Pairs of Gebieden of one norm that overlap, with the same value or with different ones. One Gebied twice under one value has a
/// rule of its own.
void report_overlaps(const Delivery& delivery, const Report& report, bool same_value, const std::string& message) {
    const NormPlaces places(delivery);
    for (const std::size_t norm : places.norms()) {
        const std::vector<Ground> grounds = grounds_of(delivery, places, norm);
        for (std::size_t i = 0; i < grounds.size(); ++i) {
            for (std::size_t j = i + 1; j < grounds.size() && grounds[j].box.x0 < grounds[i].box.x1; ++j) {
                const bool same = grounds[i].value == grounds[j].value;
                if (same != same_value || (same && grounds[i].place.gebied == grounds[j].place.gebied) ||
                    !overlap(grounds[i], grounds[j]))
                    continue;
                const OwObject& a = delivery.objects[grounds[i].place.gebied];
                const OwObject& b = delivery.objects[grounds[j].place.gebied];
                report.at(delivery.objects[norm].file, delivery.objects[norm].element, delivery.objects[norm].id,
                          message + " Het gaat om " + std::min(a.id, b.id) + " en " + std::max(a.id, b.id) + ".");
            }
        }
    }
}

}  // namespace

void norm_has_one_value_at_a_point(const Delivery& delivery, const Report& report) {
    report_overlaps(
        delivery, report, false,
        "Twee gebieden met een verschillende waarde overlappen, zodat op een plek twee waarden gelden; maak de grenzen gelijk.");
}

void locations_of_a_value_do_not_overlap(const Delivery& delivery, const Report& report) {
    report_overlaps(delivery, report, true,
                    "Twee gebieden van deze norm overlappen; maak de grenzen gelijk of voeg de gebieden samen.");
}

}  // namespace planlezer::omgevingsplan::validation
