// Dutch numbers in figures and in words, read exactly.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "schemas/model/quantity.hpp"

namespace planlezer {

/// "3,50", "3.50", "1.000", "1.000,5", "12". A point before exactly three digits separates thousands
/// ("1.000" is 1000), any other point is a decimal point. nullopt for "4.2.1" or "3,".
[[nodiscard]] std::optional<Decimal> parse_number(std::string_view text);

/// "drie", "één", "twaalf", "anderhalve" ... folded; nullopt for anything else. "een" is an article as often
/// as a number: the caller decides by what follows.
[[nodiscard]] std::optional<Decimal> parse_number_word(std::string_view folded);

}  // namespace planlezer
