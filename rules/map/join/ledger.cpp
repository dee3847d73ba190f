#include "rules/map/join/ledger.hpp"

#include "rules/map/join/ground.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

Ledger::Ledger(const PlanMap& map) : map_(map) {
    for (std::size_t object = 0; object < map.objects.size(); ++object) {
        for (std::size_t value = 0; value < map.objects[object].values.size(); ++value) {
            if (map.objects[object].values[value].value) values_.push_back({object, value});
        }
    }
}

void Ledger::use(ValueRef ref, const MultiPolygon& where, std::size_t norm) {
    used_[ref].push_back(where);
    norms_[ref].push_back(norm);
}

MultiPolygon Ledger::unused(ValueRef ref) const {
    // A bestemming beside the one that is meant may be covered by a strip: a tenth of an area is not meant.
    constexpr double worth_a_word = 0.1;
    const MultiPolygon& whole = object(ref).area;
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
