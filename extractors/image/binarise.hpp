// Grey to black and white in more than one way, and the size of the letters in it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/image/leptonica.hpp"

namespace planlezer {

/// One threshold for the whole picture (Otsu); 1 bit, black is ink. nullptr when memory runs out.
[[nodiscard]] PixHandle binarised(Pix& grey);

/// A threshold for every place, from mean and spread around it (Sauvola); 1 bit. nullptr when memory runs out.
/// \param window half-width in pixels, about the height of a line
[[nodiscard]] PixHandle binarised_locally(Pix& grey, int window);

/// The height of small letters in pixels: what most connected pieces of ink of letter size measure. 0 when fewer
/// than a line's worth of letters is found.
[[nodiscard]] double x_height(Pix& binary);

}  // namespace planlezer
