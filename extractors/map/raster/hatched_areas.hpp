// The areas of a black-and-white sheet told apart by their hatching, whole under the bouwvlakken that are left white.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/hatch_fields.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// No colour but that of paper and ink: such a sheet may be hatched.
[[nodiscard]] bool is_black_and_white(const ColourClasses& classes);

/// Gives each outlined area the hatching inside it. What the strokes cut off within a hatched area goes; an area left
/// white in it for writing, with a thicker line around, is ground of it too.
/// \param areas the largest first; no fills
void hatch_areas(const HatchFields& fields, std::vector<MapArea>& areas);

}  // namespace planlezer
