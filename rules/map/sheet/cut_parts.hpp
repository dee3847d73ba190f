// Parts that thin lines of the base map cut off a bouwvlak on a picture: they are that bouwvlak, not others.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "rules/map/sheet/areas.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Drops what lies along the inside of another bouwvlak, unless the signs in it say something else than those in the rest. A whole
/// in which only such a part has a sign is `guessed_whole`.
/// \param signs that say or may say a value
void drop_cut_parts(std::vector<SheetArea>& areas, std::span<const MapSign* const> signs);

}  // namespace planlezer
