// Grey to black and white in more than one way, and the size of the letters in it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/image/leptonica.hpp"

namespace planlezer {

/// One threshold for the whole picture (Otsu); 1 bit, black is ink. nullptr when memory runs out.
[[nodiscard]] PixHandle binarised(Pix& grey);

/// The height of small letters in pixels: what most connected pieces of ink of letter size measure. 0 when there is
/// less than a line of them.
/// \param dpi tells what can be a letter: from about 3 to 40 points of type
[[nodiscard]] double x_height(Pix& binary, double dpi);

}  // namespace planlezer
