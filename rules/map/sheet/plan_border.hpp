// The border of the plan on a sheet, and what lies outside it: frames and swatches of the sheet are no part of the plan.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/map/sheet/areas.hpp"

namespace planlezer {

/// The plangebied holds the bestemmingen: an outline like its grens around none of them is a parcel or a frame, and one within
/// another is the other edge of the same line.
void keep_plangebied(std::vector<SheetArea>& areas);

/// What lies outside the border of the plan is no bestemming of it, nor is a mere outline that touches no other bestemming.
void drop_strays(std::vector<SheetArea>& areas);

}  // namespace planlezer
