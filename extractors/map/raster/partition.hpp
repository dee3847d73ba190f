// A sheet cut into faces of one colour between its lines, every place in exactly one; neighbours share their borders.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "extractors/map/raster/colour_classes.hpp"
#include "extractors/map/raster/dash_kinds.hpp"
#include "extractors/map/raster/walls.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

struct Face {
    std::uint8_t colour = 0;  ///< its class
    long size = 0;            ///< blocks
    bool at_edge = false;     ///< reaches the edge of the picture
    double length = 0;        ///< blocks: the diagonal of its box
};

/// What runs between two faces, counted in edges of blocks.
struct Border {
    long length = 0;
    long solid = 0;
    long dashed = 0;
    double thickness = 0;  ///< sum over the solid part, blocks
    std::array<long, DashKinds::most> dashed_of = {};  ///< of each kind of dashes
};

/// The border line between two faces, from one place where three meet to the next; simplified.
struct BorderLine {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    Ring points;  ///< corners of blocks
};

struct Partition {
    int columns = 0;
    int rows = 0;
    std::vector<std::uint32_t> blocks;  ///< a face's number a block, from 1; 0 only when there is none at all
    std::vector<Face> faces;            ///< faces[0] is nothing
    std::map<std::pair<std::uint32_t, std::uint32_t>, Border> borders;  ///< the lower number first
    std::vector<BorderLine> lines;
    [[nodiscard]] std::uint32_t at(int column, int row) const {
        if (column < 0 || row < 0 || column >= columns || row >= rows) return 0;
        return blocks[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
    }
};

[[nodiscard]] Partition partition(const SheetRaster& raster, const ColourClasses& classes, const Walls& walls);

}  // namespace planlezer
