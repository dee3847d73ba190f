// Finds the ruled lines in the picture of a page: frames of tables, underlining, strokes through words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/image/leptonica.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

struct RuledLines {
    std::vector<Ruling> lines;  ///< pixels
    PixHandle mask;             ///< 1 bit: the ink of the lines; null when there are none
};

/// \pre 1 bit, deskewed
[[nodiscard]] RuledLines find_ruled_lines(Pix& binary, double dpi);

}  // namespace planlezer
