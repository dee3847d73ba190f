// Tells the dashed lines of a sheet apart by the length of their dashes and gaps: that of a legend's line from all others.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractors/map/raster/raster_lines.hpp"

namespace planlezer {

/// Kind 0 may be any: too few dashes to tell.
struct DashKinds {
    static constexpr std::size_t most = 8;
    std::vector<std::uint8_t> of_chain;
    std::vector<double> periods{0};  ///< pixels, of each kind from 1, the shortest first: a dash with the gap after it
    std::vector<LinePiece> dashes{LinePiece{}};  ///< one of the longer dashes of each kind from 1
};

[[nodiscard]] DashKinds dash_kinds(const std::vector<DashChain>& chains);

}  // namespace planlezer
