// How a camera was held: the Exif orientation of a JPEG, and turning its pixels as a viewer would show them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "extractors/image/leptonica.hpp"

namespace planlezer {

/// 1 to 8 as in the Exif standard; 1 (upright) when there is none or it cannot be read.
[[nodiscard]] int exif_orientation(std::span<const std::byte> jpeg);

/// Turns and mirrors by an Exif orientation; nullptr when memory runs out.
[[nodiscard]] PixHandle shown_upright(PixHandle pixels, int orientation);

}  // namespace planlezer
