// Letters that a thin line of the base map touches or crosses, cut free of it: "9,5" written over the wall of a house.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/image/leptonica.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/strokes.hpp"

namespace planlezer {

/// Adds to the end of `ink` what is as tall as a letter and clearly thicker than the thin lines that held it; its pixels stay with
/// the lines too. \param strokes weighed with `darkness`. \param used components that are no letters; grows with the list, and what
/// was cut up becomes used when it is small
void add_crossed_letters(const SheetRaster& raster, Pix& darkness, const std::vector<Stroke>& strokes, Components& ink, std::vector<bool>& used);

}  // namespace planlezer
