#include "extractors/map/raster/ink_lookup.hpp"

#include <cmath>
#include <cstddef>

namespace planlezer {

bool is_ink(const SheetRaster& raster, double x, double y) {
    const int px = static_cast<int>(std::floor(x));
    const int py = static_cast<int>(std::floor(y));
    return px >= 0 && py >= 0 && px < raster.width && py < raster.height &&
           GET_DATA_BIT(pixGetData(raster.ink.get()) + static_cast<std::ptrdiff_t>(py) * pixGetWpl(raster.ink.get()), px) != 0;
}

std::optional<std::pair<double, double>> InkAcross::at(const Point& place, const Point& way) const {
    const auto inked = [&](double off) { return is_ink(raster, place.x - off * way.y, place.y + off * way.x); };
    std::optional<double> hit;
    for (double off = 0; off <= reach && !hit; off += 0.5) {
        if (inked(off)) hit = off;
        else if (inked(-off)) hit = -off;
    }
    if (!hit) return std::nullopt;
    double from = *hit;
    double to = *hit;
    while (to - from < most && inked(from - 0.5)) from -= 0.5;
    while (to - from < most && inked(to + 0.5)) to += 0.5;
    return std::pair(from, to);
}

}  // namespace planlezer
