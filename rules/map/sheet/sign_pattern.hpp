// The form of a sign without its numbers: what a sign on the sheet shares with its line in the legend.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/model/map_sheet.hpp"
#include "schemas/model/quantity.hpp"

namespace planlezer {

/// A number, or in a legend the letter that stands for one.
struct SignNumber {
    std::size_t cell = 0;          ///< index into MapSign::cells
    std::optional<Decimal> value;  ///< empty in a legend's sign with letters
    std::string text;              ///< as it stands
    bool percent = false;          ///< "%" stands behind it
    bool roman = false;
};

struct SignPattern {
    std::string key;                  ///< shape, cells, marks and the letters that are no number: equal for equal signs
    std::vector<SignNumber> numbers;  ///< in the order of the cells
};

/// In a legend single letters stand for numbers ("A", "a/b"; not the g of "g=4"); on the sheet they are letters.
[[nodiscard]] SignPattern pattern_of(const MapSign& sign, bool in_legend);

/// "II" is 2, "IV" is 4; nullopt for anything else, and above 12: no plan counts so many lagen in Roman numerals.
[[nodiscard]] std::optional<Decimal> parse_roman(std::string_view text);

}  // namespace planlezer
