// Loose lines on a picture of a sheet: grid crosses, straight pieces, and dashes that make one line together.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/line_pieces.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

/// Dashes on end, in pixels.
struct DashChain {
    std::vector<LinePiece> pieces;  ///< in order along the line
    std::vector<Ring> bridges;      ///< from each piece to the next
    bool dotted = false;
    bool closed = false;            ///< the last bridge leads back to the first piece
};

struct RasterLines {
    std::vector<SheetLine> lines;   ///< points: crosses (two lines each) and loose straight pieces
    std::vector<DashChain> chains;
    std::vector<LinePiece> loose;   ///< pixels: pieces as short as dashes that are of no chain, or of one of two only
    std::vector<SheetLine> bars;    ///< points: short level pieces that may stand between two numbers
};

/// \param used components that are letters or signs; crosses and dashes of chains are marked too
[[nodiscard]] RasterLines raster_lines(const SheetRaster& raster, const Components& ink, std::vector<bool>& used);

}  // namespace planlezer
