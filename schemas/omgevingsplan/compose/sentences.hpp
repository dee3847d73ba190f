// The sentences that a package adds to a plan's own words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "schemas/omgevingsplan/compose/norm_groups.hpp"
#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

/// `before`, a reference to the information object in quotes, `after`.
[[nodiscard]] Block reference_sentence(const std::string& before, std::size_t gio, const std::string& name, const std::string& after);

/// "De bouwhoogte van hoofdgebouwen is ten hoogste": what a norm limits and how, up to its value.
[[nodiscard]] std::string limit_words(const NormStatement& norm);
/// ", in de bestemming 'Wonen', voor zover ..., tenzij ...": condition and exceptions, in the plan's own words; the bestemming where
/// no place tells it; empty for none.
[[nodiscard]] std::string circumstance_words(const PlacedNorm& placed);
/// "9 m", "60%", "de bestaande bouwhoogte".
[[nodiscard]] std::string value_words(const NormStatement& norm);

}  // namespace planlezer::omgevingsplan
