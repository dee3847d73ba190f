// Frames drawn around words on a picture: what stands in one is no part of the words beside it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

class WordFrames {
  public:
    WordFrames(const SheetRaster& raster, const Components& ink);
    /// True when one of them stands in a frame and the other does not. \param a, b pixels
    [[nodiscard]] bool part(const Box& a, const Box& b) const;

  private:
    std::vector<Box> frames_;  ///< pixels
    BoxIndex index_{100};
};

}  // namespace planlezer
