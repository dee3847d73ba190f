// One character or mark as it was drawn on a sheet, and how well it explains the ink at another place.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// How dark a piece of a sheet is against the ground around each pixel: 0 as the ground, 255 as the darkest ink in it.
class Darkness {
  public:
    /// \param stroke pixels: what is wider is ground. Clipped to the sheet.
    Darkness(const SheetRaster& raster, const PixelBox& box, int stroke);
    /// 0-255; 0 outside the piece.
    [[nodiscard]] std::uint8_t at(int x, int y) const { return holds({x, y, x + 1, y + 1}) ? *row(x, y) : std::uint8_t{0}; }
    [[nodiscard]] bool holds(const PixelBox& b) const { return b.x0 >= box_.x0 && b.y0 >= box_.y0 && b.x1 <= box_.x1 && b.y1 <= box_.y1; }
    /// \pre it holds the pixel: from there to the right.
    [[nodiscard]] const std::uint8_t* row(int x, int y) const { return dark_.data() + index(x, y); }
    /// Takes away what stands further than this from a point.
    void keep_within(const Point& centre, double radius);
    void keep_within(const PixelBox& part);

  private:
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y - box_.y0) * static_cast<std::size_t>(box_.width()) + static_cast<std::size_t>(x - box_.x0);
    }
    PixelBox box_;
    std::vector<std::uint8_t> dark_;
};

/// One character or mark as it was drawn, with a pixel of ground around it.
struct InkGlyph {
    char name = 0;
    int width = 0;
    int height = 0;
    int left = 0;   ///< pixels from where it is placed to its first column
    int top = 0;    ///< pixels from the top of its row of digits to its first row
    double row = 0; ///< height of the digits it stands among
    double ink = 0; ///< sum of its darkness, of pixels as dark as ink
    std::vector<std::uint8_t> dark;  ///< 0-255, by rows
};

/// Cut out of a sheet: \param box its ink, \param top of its row of digits, \param row their height.
[[nodiscard]] InkGlyph cut_glyph(const Darkness& dark, char name, const PixelBox& box, int top, double row);

/// Moved by half a pixel to the right, down, or both.
[[nodiscard]] InkGlyph shifted(const InkGlyph& glyph, bool right, bool down);

/// The same drawn at another size.
[[nodiscard]] InkGlyph resized(const InkGlyph& glyph, double row);

/// What it costs to say that a glyph stands at a place, against leaving its ink unexplained: below 0 when it helps.
struct GlyphFit {
    double cost = 0;
    double missing = 1;  ///< share of its ink that is not there
    [[nodiscard]] bool likely() const { return cost < 0; }
};
[[nodiscard]] GlyphFit fit_of(const InkGlyph& glyph, const Darkness& dark, int x, int y);

}  // namespace planlezer
