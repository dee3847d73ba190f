#include "rules/map/join/ledger.hpp"

#include "rules/map/join/ground.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

/// What governs before what: the maatvoeringsvlak, else the bouwvlak, else the bestemmingsvlak.
int fineness(PlanObjectKind kind) {
    if (kind == PlanObjectKind::maatvoering) return 2;
    return kind == PlanObjectKind::bouwvlak ? 1 : 0;
}

bool boxes_meet(const Bounds& a, const Bounds& b) { return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1; }

}  // namespace

Ledger::Ledger(const PlanMap& map) : map_(map) {
    for (std::size_t object = 0; object < map.objects.size(); ++object) {
        for (std::size_t value = 0; value < map.objects[object].values.size(); ++value) {
            if (map.objects[object].values[value].value) values_.push_back({object, value});
        }
    }
    for (const ValueRef ref : values_) areas_[ref] = governed_area(ref);
}

MultiPolygon Ledger::governed_area(ValueRef ref) const {
    const PlanObject& own = object(ref);
    std::vector<MultiPolygon> finer;
    for (const ValueRef other : values_) {
        const PlanObject& candidate = object(other);
        if (fineness(candidate.kind) <= fineness(own.kind)) continue;
        // A line drawn for maatvoering ends whatever values stand beside it; other areas only those of their own kind.
        if (candidate.kind != PlanObjectKind::maatvoering && value(other).kind != value(ref).kind) continue;
        if (boxes_meet(bounds(own.area), bounds(candidate.area))) finer.push_back(candidate.area);
    }
    return finer.empty() ? own.area : without_crumbs(difference(own.area, merged(finer)));
}

void Ledger::use(ValueRef ref, const MultiPolygon& where, std::size_t norm) {
    used_[ref].push_back(where);
    norms_[ref].push_back(norm);
}

MultiPolygon Ledger::unused(ValueRef ref) const {
    // A bestemming beside the one that is meant may be covered by a strip: a tenth of an area is not meant.
    constexpr double worth_a_word = 0.1;
    const MultiPolygon& whole = area_of(ref);
    const auto used = used_.find(ref);
    if (used == used_.end()) return whole;
    MultiPolygon rest = without_crumbs(difference(whole, merged(used->second)));
    return area(rest) < worth_a_word * area(whole) ? MultiPolygon{} : rest;
}

const std::vector<std::size_t>& Ledger::norms(ValueRef ref) const {
    static const std::vector<std::size_t> none;
    const auto found = norms_.find(ref);
    return found == norms_.end() ? none : found->second;
}

}  // namespace planlezer
