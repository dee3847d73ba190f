// A row of digits found among lines and hatching: the characters that together explain most of the ink.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/glyph.hpp"

namespace planlezer {

/// Where a row of digits may stand, in pixels.
struct DigitRoom {
    int x0 = 0;
    int x1 = 0;      ///< not included
    int top0 = 0;    ///< tops of the digits
    int top1 = 0;    ///< the last one
    double row = 0;  ///< height of the digits
    double middle0 = -1e9;  ///< where the middle of the row may lie
    double middle1 = 1e9;
};

struct DigitRow {
    std::string text;
    PixelBox box;        ///< of its digits
    std::vector<PixelBox> letters;  ///< of each character, at least as high as its ink
    double cost = 0;     ///< below 0: the lower, the more ink is explained
    double missing = 0;  ///< of the character of which most is missing
    double margin = 0;   ///< share of its ink by which the nearest other character explains less; of the least clear one
};

/// \param glyphs at the height of the room
/// \return nullopt when no row is likely
[[nodiscard]] std::optional<DigitRow> find_digit_row(const Darkness& dark, const DigitRoom& room, const std::vector<InkGlyph>& glyphs);

}  // namespace planlezer
