// The names of bestemmingen, aanduidingen and values, compared as rules and maps write them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// Without case, accents, quotes and letters behind it in brackets; "Wonen – 1 (W-1)" as "wonen-1".
[[nodiscard]] std::string plain_name(std::string_view name);

/// "W-1" of "Wonen - 1 (W-1)", folded; empty when there is none.
[[nodiscard]] std::string letters_of(std::string_view name);

/// "6" of "6.2.1 onder a"; empty when it does not begin with a number.
[[nodiscard]] std::string artikel_number(std::string_view article);

/// Whether two plain names may be one that was read or written badly: a few letters apart and the
/// same digits, or the one the other without its specification.
[[nodiscard]] bool may_be_one_name(std::string_view a, std::string_view b);

/// Whether an aanduiding names a value rather than a place: "maximum bouwhoogte (m)", "maatvoering".
[[nodiscard]] bool names_a_value(std::string_view aanduiding);

/// The name under which a map value stands on the map: "maximum bouwhoogte (m)", plain.
[[nodiscard]] std::string value_name(const MapValue& value);

/// "9,5 m"; as it stands when it is no number.
[[nodiscard]] std::string shown(const MapValue& value);

}  // namespace planlezer
