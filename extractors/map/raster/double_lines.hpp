// Lines that are drawn as two thin ones side by side with a colour of their own between them: each is one broad line.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/image/leptonica.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

/// Fills what lies between the two. \param ink lines of the sheet without what is written; \param raster its blocks become ink there too
void fill_double_lines(Pix& ink, SheetRaster& raster);

}  // namespace planlezer
