// Deliveries made by hand for the tests of what writes and checks them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::testing {

/// Two articles, two norms with numbers on the map, a Pons: nothing more than a delivery must have.
[[nodiscard]] omgevingsplan::Package small_package();

/// Something of everything: nested lists, a table with spans, leden, numbers, words and values in the text, a Functie, groups,
/// a Pons, characters that XML escapes. Of a new regeling with its Ambtsgebied and Regelingsgebied when asked.
[[nodiscard]] omgevingsplan::Package full_package(bool new_regeling = false);

}  // namespace planlezer::testing
