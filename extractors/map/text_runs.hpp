// Characters that stand on one base line, joined to the short texts of a sheet, upright or turned.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extractors/pdf/drawing.hpp"
#include "schemas/model/box.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

/// One text: "W", "g=4 h=8", "maximum bouwhoogte (m)".
struct TextRun {
    std::string text;            ///< words with single blanks between
    std::vector<Word> words;     ///< the same, each with its box
    Box box;                     ///< points; upright around what may stand turned
    double size = 0;             ///< points, of the type
    double angle = 0;            ///< degrees counter-clockwise of the base line
    double confidence = 1;       ///< 0-1: of the worst word
    std::string second_reading;  ///< of the whole; empty when none
};

/// Boxes that cover a text and little else: its own box, or several along the base line of one that stands at an angle.
[[nodiscard]] std::vector<Box> boxes_along(const TextRun& run);

/// Where the ink of a character lies; about, as the type's own height is not known. A box upright around a turned one.
[[nodiscard]] Box ink_box(const Glyph& glyph);

/// Without characters that were drawn twice on one place, as a halo or to look bold.
[[nodiscard]] std::vector<Glyph> without_doubles(const std::vector<Glyph>& glyphs);

[[nodiscard]] std::vector<TextRun> text_runs(const std::vector<Glyph>& glyphs);

}  // namespace planlezer
