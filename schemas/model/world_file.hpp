// A world file beside an image: six numbers that lead from its pixels to the earth.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct WorldFile {
    /// From pixels to metres in EPSG:28992. (0, 0) is the centre of the upper left pixel, y down.
    Affine to_rd;
    friend bool operator==(const WorldFile&, const WorldFile&) = default;
};

}  // namespace planlezer
