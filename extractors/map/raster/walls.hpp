// The lines on a picture that divide areas, block by block: drawn whole, or dashes closed to a line.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/raster_lines.hpp"
#include "extractors/map/raster/sheet_raster.hpp"

namespace planlezer {

enum class Wall : std::uint8_t { none, solid, dashed, dotted };

struct Walls {
    int columns = 0;
    int rows = 0;
    std::vector<Wall> blocks;
    double dot = 0;  ///< blocks: how wide the dots of dotted lines are
    std::vector<std::uint8_t> dash_kinds;  ///< of dashed blocks; 0 may be any
    std::vector<double> periods{0};        ///< blocks, of each kind from 1: a dash with the gap after it
    [[nodiscard]] Wall at(int column, int row) const {
        if (column < 0 || row < 0 || column >= columns || row >= rows) return Wall::none;
        return blocks[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
    }
    /// \param column, row of a dashed block
    [[nodiscard]] std::uint8_t dash_kind(int column, int row) const {
        return dash_kinds[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
    }
};

/// \param used components that are letters, signs, crosses or dashes
/// \param loose pieces of no chain; one drawn as the dashes of a chain are bounds what it lies between
[[nodiscard]] Walls find_walls(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used, const std::vector<DashChain>& chains, const std::vector<LinePiece>& loose = {});

/// How thick the line here is, in blocks, whichever way it runs; 0 when there is none.
[[nodiscard]] double wall_thickness(const SheetRaster& raster, const Walls& walls, int column, int row);

/// How thick the dash here is, in blocks, by its ink alone; 0 between dashes.
[[nodiscard]] double dash_thickness(const SheetRaster& raster, int column, int row);

}  // namespace planlezer
