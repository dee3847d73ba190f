// Makes the picture of a page fit for OCR: grey, even background, upright, straight, without border and ruled lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "extractors/image/leptonica.hpp"
#include "extractors/image/mapping.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

struct PreparedPage {
    PixHandle grey;                ///< 8 bit, dark on light
    double dpi = 0;                ///< of `grey`, as told by the source and every scaling since
    double x_height = 0;           ///< pixels in `grey`, measured; 0 when there is too little text to tell
    Mapping to_source;             ///< pixels of `grey` to pixels of the picture that was given
    std::vector<Ruling> rulings;   ///< pixels of `grey`; they are painted out of it
    int turns = 0;                 ///< quarter turns clockwise that set the picture upright
    std::vector<PageNote> notes;
};

/// How many quarter turns clockwise set a binary picture of text upright (0 to 3).
using FindTurns = std::function<int(Pix& binary)>;

/// nullopt-like result: `grey` is null when memory ran out.
[[nodiscard]] PreparedPage prepare(const PageImage& image, const FindTurns& find_turns);

}  // namespace planlezer
