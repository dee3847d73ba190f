// Takes the strokes of hatching out of the lines that divide areas: they fill an area and bound none.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/walls.hpp"

namespace planlezer {

/// Strokes that lie side by side at one distance; where another line runs through one, that line stays. The ground
/// beneath them becomes paper.
void erase_hatching(const SheetRaster& raster, Walls& walls, ColourClasses& classes);

}  // namespace planlezer
