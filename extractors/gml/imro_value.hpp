// The values of IMRO: from "maatvoering; hoogte; goothoogte; maximum goothoogte (m)" and "3,5" to a kind and a number.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// What a waardeType says. `kind` is the SVBP2012 term without unit ("maximum bouwhoogte") where it is one, else the
/// type's own words.
struct ValueType {
    std::string kind;
    Comparator comparator = Comparator::exactly;
    Unit unit = Unit::none;
    bool known = false;  ///< the kind is a term of SVBP2012
    friend bool operator==(const ValueType&, const ValueType&) = default;
};

[[nodiscard]] ValueType value_type(std::string_view waarde_type);

/// "10,5", "3.5", "60%", "9 m"; nullopt for anything else, also for "1.500", which may be two numbers.
[[nodiscard]] std::optional<Decimal> value_number(std::string_view waarde);

/// One value, or two where one text holds a least and a most ("4-7"). `object_name` stands in for a type that is
/// free text. Kind, comparator, value, unit, text and quote are set.
[[nodiscard]] std::vector<MapValue> imro_values(std::string_view waarde, std::string_view waarde_type, std::string_view object_name);

}  // namespace planlezer
