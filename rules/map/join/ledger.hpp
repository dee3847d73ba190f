// The values of a plan map, and which part of each a rule has made binding.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// One value of one object of a map.
struct ValueRef {
    std::size_t object = 0;
    std::size_t value = 0;
    friend auto operator<=>(const ValueRef&, const ValueRef&) = default;
};

class Ledger {
  public:
    /// The map outlives it.
    explicit Ledger(const PlanMap& map);

    [[nodiscard]] const PlanMap& map() const { return map_; }
    [[nodiscard]] const PlanObject& object(ValueRef ref) const { return map_.objects[ref.object]; }
    [[nodiscard]] const MapValue& value(ValueRef ref) const { return object(ref).values[ref.value]; }

    /// Where the value holds: in its object, less the maatvoeringsvlakken in it that have a value, and less the bouwvlakken
    /// in a bestemming that have a value of that kind.
    [[nodiscard]] const MultiPolygon& area_of(ValueRef ref) const { return areas_.at(ref); }

    /// Every value that is a number, in the order of the map.
    [[nodiscard]] const std::vector<ValueRef>& values() const { return values_; }

    /// A rule refers to the value within `where`, and `norm` says so.
    void use(ValueRef ref, const MultiPolygon& where, std::size_t norm);

    /// What of the value's area no rule refers to; empty when nothing worth a word is left.
    [[nodiscard]] MultiPolygon unused(ValueRef ref) const;

    /// The norms that say the value.
    [[nodiscard]] const std::vector<std::size_t>& norms(ValueRef ref) const;

  private:
    [[nodiscard]] MultiPolygon governed_area(ValueRef ref) const;

    const PlanMap& map_;
    std::vector<ValueRef> values_;
    std::map<ValueRef, MultiPolygon> areas_;
    std::map<ValueRef, std::vector<MultiPolygon>> used_;
    std::map<ValueRef, std::vector<std::size_t>> norms_;
};

}  // namespace planlezer
