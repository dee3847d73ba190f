// Finds the numbers of a clause with their units: single, in words, as fractions, in lists and ranges.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/norms/tags.hpp"

namespace planlezer {

/// One `getal` tag a measure, sorted; quoted numbers ("aanduiding 'zone 2'") are left out.
[[nodiscard]] std::vector<Tag> find_numbers(const Clause& clause);

}  // namespace planlezer
