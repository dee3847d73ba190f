// What is drawn within a bouwvlak over the ground of its bestemming.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "rules/map/sheet/areas.hpp"

namespace planlezer {

/// Whether letters stand in a ground that are, or may be, those of another bestemming than the one named.
using OtherLetters = std::function<bool(const MultiPolygon& ground, const std::string& bestemming)>;

/// A house of the base map within a bouwvlak, in a colour that is a bestemming's too: it lies over the field, which goes on under
/// it, and has no letters of its own.
void drop_houses(std::vector<SheetArea>& areas, const OtherLetters& others);

/// On a picture the ground of a bestemming goes on under a house in a tint of its own, and under a bouwvlak that hides it; with a whole bouwvlak
/// the bestemming is a guess. Not where letters of another stand.
void fill_holes(std::vector<SheetArea>& areas, const OtherLetters& others);

}  // namespace planlezer
