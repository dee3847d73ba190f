// The norms that words on a map name: "maximum goothoogte (m), maximum bouwhoogte (m)".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/model/norm.hpp"
#include "schemas/rulebook/map_book.hpp"

namespace planlezer {

enum class MapLimit { none, maximum, minimum };

/// One norm as it is named, in the order of the words.
struct NamedMeasure {
    std::string name;  ///< MapMeasure::name
    Unit unit = Unit::none;
    MapLimit limit = MapLimit::none;
    friend bool operator==(const NamedMeasure&, const NamedMeasure&) = default;
};

/// Kind and comparator as published; a norm without a limit word is a maximum, as on every plan map.
[[nodiscard]] std::string kind_of(const NamedMeasure& measure);
[[nodiscard]] Comparator comparator_of(const NamedMeasure& measure);

/// Every norm in a text. A limit word holds for what follows: "maximale goot- en bouwhoogte" names two maxima; one behind
/// a norm that had none before it for that norm: "bouwhoogte ten minste 12 m".
[[nodiscard]] std::vector<NamedMeasure> measures_in(std::string_view text, const MapBook& book);

}  // namespace planlezer
