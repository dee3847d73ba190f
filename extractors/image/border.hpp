// Takes the dark edge off a scan: what the lid of the copier, a fold or the next page left there.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/image/leptonica.hpp"

namespace planlezer {

/// Paints broad dark areas that touch the edge white. True when there was something to remove.
/// \pre 8 bit, background evened
bool remove_dark_border(Pix& grey);

}  // namespace planlezer
