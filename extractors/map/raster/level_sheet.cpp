#include "extractors/map/raster/level_sheet.hpp"

#include <new>

namespace planlezer {

int level_scale(const SheetRaster& from) {
    constexpr double coarse = 350;  // dots an inch
    return 72 / from.x_points < coarse ? 2 : 1;
}

SheetRaster level_sheet(const SheetRaster& from, int scale, int width, int height) {
    SheetRaster sheet;
    sheet.width = width;
    sheet.height = height;
    sheet.x_points = sheet.y_points = from.x_points / scale;
    sheet.ink.reset(pixCreate(width, height, 1));
    sheet.grey.reset(pixCreate(width, height, 8));
    if (!sheet.ink || !sheet.grey) throw std::bad_alloc();
    pixSetAll(sheet.grey.get());
    return sheet;
}

}  // namespace planlezer
