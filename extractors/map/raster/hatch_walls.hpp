// Takes the strokes of hatching out of a sheet's ink: they fill an area, bound none, and run through what is written there.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

/// Strokes that lie side by side at one distance; where another line runs through one, that line stays. The ground
/// beneath them becomes paper; the blocks of the raster still show them.
void erase_hatching(SheetRaster& raster, ColourClasses& classes);

}  // namespace planlezer
