// What is drawn around a sign on a picture: bars over and under it, a second square.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/sign_shape.hpp"
#include "schemas/model/box.hpp"

namespace planlezer {

/// Level lines as wide as the sign: one, or two.
struct SignBars {
    SignMark mark = SignMark::none;
    Box strip;  ///< pixels, where they were looked for
};

/// Looks at the pixels about an outline; all lengths and places in pixels.
class SignSurroundings {
  public:
    explicit SignSurroundings(const SheetRaster& raster) : raster_(raster) {}

    /// How far out a second square is drawn around a first, also where hatching runs between the two.
    [[nodiscard]] std::optional<double> second_edge(const Outline& outline) const;
    /// Where the sign's own line ends, above or below: the level side of a square is no bar.
    [[nodiscard]] double outer_edge(const Outline& outline, bool above) const;
    /// Rows of ink from side to side that end where the sign ends; -1 when one is too thick, goes on, or is none of the sign: the nearest stands far off.
    [[nodiscard]] int bars_in(const Box& strip, double side, bool above) const;
    /// Right above or below it. \param others boxes of signs, pixels: the edge of the next one of a column is no bar
    [[nodiscard]] SignBars bars_beside(const Outline& outline, bool above, const std::vector<Box>& others) const;

  private:
    [[nodiscard]] std::optional<double> second_line(const Outline& outline, bool upright, bool far) const;
    [[nodiscard]] double side_share(const Box& box, bool upright, bool far, double off) const;
    [[nodiscard]] int bar_limit(const Box& strip) const;
    [[nodiscard]] int lightness(int x, int y) const;
    [[nodiscard]] double dark_share(int y, double from, double to, int limit) const;
    [[nodiscard]] double ink_share(int y, double from, double to) const;

    const SheetRaster& raster_;
};

}  // namespace planlezer
