// Takes the ground that letters and signs hide out of the colours, so that the areas around grow together beneath them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/walls.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// What lies under signs, whatever its colour.
/// \param doubtful signs that may be something else; their ground stays
void hide_signs(ColourClasses& classes, const SheetRaster& raster, const std::vector<MapSign>& signs, const std::vector<bool>& doubtful);

/// What lies under texts as far as it is white.
void hide_texts(ColourClasses& classes, const SheetRaster& raster, const std::vector<TextRun>& runs);

/// On a coloured sheet: the white between values in words ("g=4 h=8") and the frame around them.
void hide_frames(ColourClasses& classes, const SheetRaster& raster, const Walls& walls, const std::vector<TextRun>& runs);

}  // namespace planlezer
