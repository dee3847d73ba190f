// What areas of one sheet say of each other: pieces of one field, lines around fields, guesses, ground without letters of its own.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/map/sheet/areas.hpp"

namespace planlezer {

/// Joins what is one area and drops what another says better; the order stays.
void settle_areas(std::vector<SheetArea>& areas);

}  // namespace planlezer
