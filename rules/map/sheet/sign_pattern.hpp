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

/// A piece of a cell's text: a number, a run of letters, or a single other sign.
struct CellToken {
    std::string form;              ///< "#" for a number, "R" for a Roman one, else the text in lower case
    std::optional<Decimal> value;  ///< empty in a legend, where letters or dots stand for a number
    std::string text;              ///< as it stands
    [[nodiscard]] bool is_number() const { return form == "#" || form == "R"; }
};

/// In a legend single letters and dots stand for numbers ("A", "a/b", "g=...", but not the g of it); on the sheet
/// letters are letters.
[[nodiscard]] std::vector<CellToken> tokens_of(std::string_view text, bool in_legend);

struct SignNumber {
    std::size_t cell = 0;          ///< index into MapSign::cells
    std::optional<Decimal> value;  ///< as CellToken
    std::string text;
    bool percent = false;          ///< "%" stands behind it
};

struct SignPattern {
    std::string key;                  ///< shape, cells, marks and the letters that are no number: equal for equal signs
    std::vector<SignNumber> numbers;  ///< in the order of the cells
};

/// The letter of the standard signs s128 to s130 is no number: of two cells above each other, the one in its place.
[[nodiscard]] bool holds_letter(const MapSign& sign, const SignCell& cell);

[[nodiscard]] SignPattern pattern_of(const MapSign& sign, bool in_legend);

/// Of a sign in a legend whose words name a norm for each of its letters: also where a standard sign has a letter of its own.
[[nodiscard]] SignPattern pattern_of_numbers(const MapSign& sign);

/// "II" is 2, "IV" is 4; nullopt for anything else, and above 12: no plan counts so many lagen in Roman numerals.
[[nodiscard]] std::optional<Decimal> parse_roman(std::string_view text);

}  // namespace planlezer
