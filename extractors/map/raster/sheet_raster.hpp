// A picture of a sheet made ready for reading: which pixels are ink, and what colours lie between it, at a smaller scale.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/image/leptonica.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// What a block of pixels shows.
struct Block {
    Rgb ground;              ///< mean of what is not ink
    Rgb ink;                 ///< mean of the ink
    std::uint8_t share = 0;  ///< of ink, 0-255
};

struct SheetRaster {
    PixHandle ink;              ///< 1 bit, all pixels
    PixHandle grey;             ///< 8 bit, all pixels
    int width = 0;              ///< pixels
    int height = 0;
    double x_points = 0;        ///< points a pixel
    double y_points = 0;
    int block = 1;              ///< pixels a side of a block
    int columns = 0;            ///< blocks
    int rows = 0;
    std::vector<Block> blocks;  ///< row by row

    /// Pixels in so many millimetres of paper.
    [[nodiscard]] double pixels(double millimetres) const { return millimetres * 72 / 25.4 / x_points; }
    [[nodiscard]] double block_pixels(double millimetres) const { return pixels(millimetres) / block; }
    [[nodiscard]] const Block& at(int column, int row) const {
        return blocks[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
    }
};

/// Takes the picture over and frees it: an A0 sheet is over half a gigabyte. \param image 1, 8 or 32 bit (or with a colour map)
[[nodiscard]] SheetRaster sheet_raster(PageImage image);

}  // namespace planlezer
