// The colours of a sheet's areas: few, however much the scanner has shifted and speckled them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/map/raster/sheet_raster.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct ColourClasses {
    static constexpr std::uint8_t unknown = 255;
    std::vector<Rgb> colours;          ///< the paper's is the first
    std::vector<std::uint8_t> blocks;  ///< a class a block; `unknown` where ink or an edge hides it
};

[[nodiscard]] ColourClasses colour_classes(const SheetRaster& raster);

}  // namespace planlezer
