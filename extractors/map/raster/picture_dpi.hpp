// The resolution of a picture of a map whose file tells none, or one that cannot be: by its letters and the paper it fits.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/image/leptonica.hpp"

namespace planlezer {

/// Dots per inch at which the most common letters of the picture have the size maps are lettered in; of those that make the sheet a
/// paper of the A series, the nearest. 0 when the picture holds no text.
/// \throws std::bad_alloc when memory runs out
[[nodiscard]] double likely_dpi(const PageImage& image);

/// What the file tells, unless it tells nothing or the 72 or 96 dots of a program that did not know and the letters contradict it;
/// limits::scan_dpi when nothing is known. \throws std::bad_alloc when memory runs out
[[nodiscard]] double believed_dpi(const PageImage& image);

}  // namespace planlezer
