// The lines of a picture of a sheet that may bound an area: its ink without writing, hatching and leader lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/image/leptonica.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/hatch_lines.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/strokes.hpp"
#include "extractors/map/raster/walls.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Outlines in which nothing was read for sure and that no sign of the sheet is like: small building areas with their code, as
/// a rule. \return as long as `signs`
[[nodiscard]] std::vector<bool> doubtful_signs(const std::vector<MapSign>& signs);

/// Components of a sheet that are written.
struct Writing {
    std::vector<bool> in_signs;  ///< as long as the list of components, as the other
    std::vector<bool> in_text;
};

/// The ink of a sheet without what is written; the outlines of doubtful signs stay.
[[nodiscard]] PixHandle ink_without_writing(const SheetRaster& raster, const Components& ink, const Writing& writing, const std::vector<MapSign>& signs);

/// The strokes of a sheet and which of them hatch.
class LineWork {
  public:
    /// \param raster must outlive this
    explicit LineWork(const SheetRaster& raster);
    /// Pixels.
    [[nodiscard]] const std::vector<Stroke>& strokes() const { return thin_.strokes; }
    void take_hatching_out_of(Pix& ink) const;
    /// Letters that a line holds, at the end of `ink`; `used` grows with it.
    void add_crossed_letters(Components& ink, std::vector<bool>& used) const;
    /// \param ink without writing and hatching; leader lines are taken out of it. \param signs in points, with where they point at
    [[nodiscard]] Walls walls(Pix& ink, const std::vector<MapSign>& signs) const;

  private:
    const SheetRaster& raster_;
    ThinStrokes thin_;
    std::vector<Stroke> hatching_;
};

}  // namespace planlezer
