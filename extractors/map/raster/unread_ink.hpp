// Tells where a part of a number may have gone unread: ink like its letters right beside it that is part of no text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/image/leptonica.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

class UnreadInk {
  public:
    /// \param used components that are read or have a meaning. All must outlive this
    UnreadInk(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used);

    /// As high as they are and no longer: a line of that width goes on. \param letters in a row, all used
    [[nodiscard]] bool is_beside(const std::vector<const Component*>& letters) const;

  private:
    [[nodiscard]] PixHandle left_of(const PixelBox& area, int thick) const;

    const SheetRaster& raster_;
    const Components& ink_;
    BoxIndex read_{60};
};

}  // namespace planlezer
