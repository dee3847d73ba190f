// A photograph of a page: finds the sheet on the darker table under it and lays it flat.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "extractors/image/leptonica.hpp"
#include "extractors/image/mapping.hpp"

namespace planlezer {

/// Corners of the sheet: top left, top right, bottom right, bottom left, in pixels.
using SheetCorners = std::array<Point, 4>;

/// nullopt when the picture is no four-sided light sheet with dark around it: a scan, a drawing, a cut-off page.
/// \pre 8 bit
[[nodiscard]] std::optional<SheetCorners> find_sheet(Pix& grey);

/// The sheet as a rectangle, and the way back to the photograph.
struct FlatSheet {
    PixHandle grey;
    Mapping to_photo;
};
/// `grey` is null when memory runs out.
[[nodiscard]] FlatSheet laid_flat(Pix& photo, const SheetCorners& corners);

}  // namespace planlezer
