#include "extractors/map/raster/sheet_letters.hpp"

#include <cmath>
#include <cstdlib>
#include <new>

#include "extractors/map/pieces.hpp"

namespace planlezer {

namespace {

constexpr int least_height = 5;  // pixels
constexpr int most_height = 150;
constexpr int dark = 128;        // of 255

bool may_be_letter(const Component& c) {
    const double height = c.box.height();
    const double filled = static_cast<double>(c.pixels) / (height * c.box.width());
    return height >= least_height && height <= most_height && c.box.width() > 0.25 * height && c.box.width() < 1.5 * height && filled > 0.18 && filled < 0.8;
}

}  // namespace

PixHandle dark_pixels(Pix& picture) {
    const PixHandle plain(pixGetColormap(&picture) != nullptr ? pixRemoveColormap(&picture, REMOVE_CMAP_TO_GRAYSCALE) : pixClone(&picture));
    if (!plain) throw std::bad_alloc();
    if (pixGetDepth(plain.get()) == 1) return PixHandle(pixClone(plain.get()));
    const PixHandle grey(pixConvertTo8(plain.get(), 0));
    if (!grey) throw std::bad_alloc();
    PixHandle binary(pixThresholdToBinary(grey.get(), dark));
    if (!binary) throw std::bad_alloc();
    return binary;
}

std::vector<int> letter_heights(const Components& ink) {
    BoxIndex index(60);
    for (std::size_t i = 0; i < ink.list.size(); ++i) {
        if (may_be_letter(ink.list[i])) index.add(i, float_box(ink.list[i].box));
    }
    std::vector<int> heights;
    for (std::size_t i = 0; i < ink.list.size(); ++i) {
        const PixelBox& own = ink.list[i].box;
        if (!may_be_letter(ink.list[i])) continue;
        bool left = false;
        bool right = false;
        const double reach = 0.5 * own.height();
        for (const std::size_t other : index.meeting({own.x0 - reach, own.y0 + 0.0, own.x1 + reach, own.y1 + 0.0})) {
            const PixelBox& box = ink.list[other].box;
            const bool alike = 2 * box.height() > own.height() && box.height() < 2 * own.height();
            if (other == i || !alike || std::abs(box.y1 - own.y1) > 0.15 * own.height() + 1) continue;
            left = left || box.x1 <= own.x0 + 1;
            right = right || box.x0 >= own.x1 - 1;
        }
        if (left && right) heights.push_back(own.height());
    }
    return heights;
}

}  // namespace planlezer
