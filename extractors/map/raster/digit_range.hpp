// Finds "7-9,5" in a sign among lines and hatching: the least and the most, with a dash between.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "extractors/map/raster/digit_row.hpp"
#include "extractors/map/raster/sheet_glyphs.hpp"

namespace planlezer {

struct DigitRange {
    DigitRow least;
    DigitRow most;
};

/// \param room for both; either may stand a little higher or lower than one number by itself
[[nodiscard]] std::optional<DigitRange> find_digit_range(const SheetGlyphs& glyphs, const Darkness& dark, const DigitRoom& room);

}  // namespace planlezer
