// The georeference in the tags of a GeoTIFF.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// From pixels (corners, the top left one 0, 0) to RD metres; nullopt when the first image has none or lies in another
/// coordinate system.
[[nodiscard]] std::optional<Affine> geo_tiff(std::span<const std::byte> file);

}  // namespace planlezer
