// A sheet's own digits, learned where they stand clear, found again where lines and hatching run through them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extractors/map/raster/digit_row.hpp"
#include "extractors/map/raster/glyph.hpp"
#include "extractors/map/raster/letters.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

class SheetGlyphs {
  public:
    /// A row of which every character is known.
    void learn(const SheetRaster& raster, const LetterLine& line, const std::string& text);
    /// What was read here and confirmed by another.
    void learn(const Darkness& dark, const DigitRow& row);
    /// Heights of the digits learned, each once, the most frequent first.
    [[nodiscard]] std::vector<double> heights() const;
    /// The row of characters that explains most of the ink in a room; nullopt when none is likely.
    [[nodiscard]] std::optional<DigitRow> read(const Darkness& dark, const DigitRoom& room) const;

  private:
    [[nodiscard]] const std::vector<InkGlyph>& at_height(double row) const;
    [[nodiscard]] std::vector<InkGlyph> make_glyphs(double row) const;
    [[nodiscard]] InkGlyph drawn_like(char name, double row) const;
    std::vector<InkGlyph> samples_;
    std::vector<std::pair<char, LetterForm>> forms_;
    mutable std::map<double, std::vector<InkGlyph>> made_;  ///< by height
};

/// Top and height of the digits of a line; nullopt when it has none or they differ.
struct DigitBand {
    int top = 0;
    double row = 0;
};
[[nodiscard]] std::optional<DigitBand> band_of(const LetterLine& line, const std::string& text);

/// Heights that differ, the most frequent first.
[[nodiscard]] std::vector<double> each_once(const std::vector<double>& heights);

}  // namespace planlezer
