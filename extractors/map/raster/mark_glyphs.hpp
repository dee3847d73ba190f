// The small marks over and under the numbers of a sheet, learned where they stand clear, found again among lines and hatching.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "extractors/map/raster/glyph.hpp"
#include "extractors/map/raster/sheet_glyphs.hpp"
#include "extractors/map/raster/sign_numbers.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct FoundMark {
    SignMark mark = SignMark::none;
    double cost = 0;    ///< below 0: the lower, the more ink it explains
    double margin = 0;  ///< by which the next mark explains less, as a share of its ink; 0 when the sheet shows it nowhere clearly
};

class MarkGlyphs {
  public:
    /// \param middle of the number, in pixels. \param sign where it stands
    void learn(const Darkness& dark, const NumberMark& mark, const DigitBand& band, int middle, std::size_t sign);
    /// The mark of which most is drawn over or under digits. \param except samples of this sign
    [[nodiscard]] FoundMark at(const PixelBox& digits, const Darkness& dark, bool above, std::size_t except) const;

  private:
    /// Its place is told from the middle and the top of its digits.
    struct Sample {
        SignMark mark = SignMark::none;
        bool above = false;
        std::size_t sign = 0;
        InkGlyph glyph;
    };
    /// How far a mark may stand from its place, as shares of the digits' height.
    struct Reach {
        double up = 0;
        double down = 0;
    };
    [[nodiscard]] const InkGlyph& drawn(SignMark mark, bool above, int row, const std::pair<double, double>& size) const;
    [[nodiscard]] const InkGlyph& at_height(const InkGlyph& sample, int row) const;
    [[nodiscard]] static double best_cost(const InkGlyph& glyph, const PixelBox& digits, const Darkness& dark, const Reach& reach);
    [[nodiscard]] double cost_of(SignMark mark, const PixelBox& digits, const Darkness& dark, bool above, std::size_t except, bool& learned, double& ink) const;

    std::vector<Sample> samples_;
    mutable std::map<std::pair<const InkGlyph*, int>, InkGlyph> resized_;
    mutable std::map<std::tuple<SignMark, bool, int, double, double>, InkGlyph> drawn_;
};

/// The mark as offices draw it, over or under digits of this height; \param width and width of its line, as shares of that height
[[nodiscard]] InkGlyph drawn_mark(SignMark mark, bool above, double row, double width, double line_width);

}  // namespace planlezer
