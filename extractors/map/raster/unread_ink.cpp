#include "extractors/map/raster/unread_ink.hpp"

#include <algorithm>
#include <cmath>
#include <new>

namespace planlezer {

namespace {

constexpr double reach = 0.6;     // of the height of the letters, to each side
constexpr double room = 0.5;      // over and under them
constexpr double near = 0.15;     // what lies so little beyond them belongs to a letter
constexpr double as_high = 0.75;  // of their height
constexpr double as_thick = 0.6;

/// How many rows of a part of a picture hold ink.
int rows_with_ink(Pix& pix, PixelBox part) {
    part = {std::max(part.x0, 0), std::max(part.y0, 0), std::min(part.x1, pixGetWidth(&pix)), std::min(part.y1, pixGetHeight(&pix))};
    int rows = 0;
    for (int y = part.y0; y < part.y1; ++y) {
        const l_uint32* line = pixGetData(&pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&pix);
        bool inked = false;
        for (int x = part.x0; x < part.x1 && !inked; ++x) inked = GET_DATA_BIT(line, x) != 0;
        rows += inked ? 1 : 0;
    }
    return rows;
}

}  // namespace

UnreadInk::UnreadInk(const SheetRaster& raster, const Components& ink, const std::vector<bool>& used) : raster_(raster), ink_(ink) {
    for (std::size_t i = 0; i < ink.list.size(); ++i) {
        if (used[i]) read_.add(i, float_box(ink.list[i].box));
    }
}

PixHandle UnreadInk::left_of(const PixelBox& area, int thick) const {
    BOX* box = boxCreate(area.x0, area.y0, area.width(), area.height());
    PixHandle clip(pixClipRectangle(raster_.ink.get(), box, nullptr));
    boxDestroy(&box);
    if (!clip) throw std::bad_alloc();
    for (const std::size_t i : read_.meeting(float_box(area))) {
        for (const PixelRun& run : ink_.of(ink_.list[i])) pixRasterop(clip.get(), run.x0 - area.x0, run.y - area.y0, run.x1 - run.x0, 1, PIX_CLR, nullptr, 0, 0);
    }
    PixHandle opened(pixOpenBrick(nullptr, clip.get(), thick, thick));
    if (!opened) throw std::bad_alloc();
    return opened;
}

bool UnreadInk::is_beside(const std::vector<const Component*>& letters) const {
    const PixelBox box = box_of(letters);
    const double height = box.height();
    double thick = 0;
    for (const Component* letter : letters) thick += thickness_of(*letter, ink_) / static_cast<double>(letters.size());
    const int side = static_cast<int>(reach * height);
    const int over = static_cast<int>(room * height);
    const PixelBox area{std::max(0, box.x0 - side), std::max(0, box.y0 - over), std::min(raster_.width, box.x1 + side), std::min(raster_.height, box.y1 + over)};
    const PixHandle left = left_of(area, std::max(2, static_cast<int>(std::lround(as_thick * thick))));
    const int beyond = static_cast<int>(near * height);
    for (const auto& [x0, x1] : {std::pair(box.x0 - side, box.x0 - 1), std::pair(box.x1 + 1, box.x1 + side)}) {
        const auto rows = [&, x0 = x0, x1 = x1](int y0, int y1) { return rows_with_ink(*left, {x0 - area.x0, y0 - area.y0, x1 - area.x0, y1 - area.y0}); };
        const bool letter = rows(box.y0, box.y1) > as_high * height;
        if (letter && rows(box.y0 - over, box.y0 - beyond) == 0 && rows(box.y1 + beyond, box.y1 + over) == 0) return true;
    }
    return false;
}

}  // namespace planlezer
