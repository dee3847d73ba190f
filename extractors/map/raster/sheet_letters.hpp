// How much is written on a picture, and how large: a quick count without reading anything.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/image/leptonica.hpp"
#include "extractors/map/raster/components.hpp"

namespace planlezer {

/// 1 bit. \param picture any depth \throws std::bad_alloc when memory runs out
[[nodiscard]] PixHandle dark_pixels(Pix& picture);

/// Pixels; of what stands between two others of its kind on one line, as the letters of a word do.
[[nodiscard]] std::vector<int> letter_heights(const Components& ink);

}  // namespace planlezer
