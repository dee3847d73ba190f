// What fills an area on a picture of a black-and-white sheet: strokes of one direction, of two, or dots.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/hatch_strokes.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct Hatching {
    HatchKind kind = HatchKind::none;
    double angle = 0;    ///< degrees counter-clockwise as seen, 0 to 180; of crossed strokes the lower one
    double spacing = 0;  ///< points
};

/// Small round spots of ink, in points.
[[nodiscard]] std::vector<Box> ink_dots(const SheetRaster& raster, const Components& ink);

class HatchFields {
  public:
    /// \param dots as found by ink_dots
    /// \param written boxes of what is written on the sheet, in points: letters are no hatching
    HatchFields(const SheetRaster& raster, std::vector<Box> dots, const std::vector<Box>& written);

    /// Looks inside the outline, not at it. \param shape in points
    [[nodiscard]] Hatching in(const MultiPolygon& shape) const;

  private:
    struct Inside;
    struct Samples {
        std::vector<Point> places;
        std::vector<InkSample> inked;
    };
    [[nodiscard]] Hatching dots_in(const Inside& inside, const MultiPolygon& shape) const;
    [[nodiscard]] Hatching strokes_in(const Inside& inside) const;
    [[nodiscard]] Samples samples_in(const Inside& inside, const PixelBox& part) const;

    const SheetRaster& raster_;
    std::vector<Box> dots_;  ///< points
    BoxIndex dot_index_{20};
    std::vector<bool> written_;  ///< by blocks
};

}  // namespace planlezer
