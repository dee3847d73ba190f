// Takes the frames of signs out of a sheet's ink, also where lines of the map touch them: those go on, the frames bound nothing.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/image/leptonica.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Squares and boxes, which hide what they stand on as a rule; of other signs the outline stays. \param gone which of the signs, as long as `signs`
void erase_sign_outlines(Pix& ink, const SheetRaster& raster, const std::vector<MapSign>& signs, const std::vector<bool>& gone);

}  // namespace planlezer
