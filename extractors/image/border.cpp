#include "extractors/image/border.hpp"

#include <algorithm>

namespace planlezer {

namespace {

constexpr int reduction = 4;       // looked for at a quarter of the size: only broad things matter
constexpr int least_breadth = 5;   // reduced pixels: strokes of letters are thinner
constexpr int dark = 140;          // grey level; paper is white after evening

/// Dark, broad, and connected with the edge of the picture; at reduced size.
PixHandle border_mask(Pix& small) {
    PixHandle ink(pixThresholdToBinary(&small, dark));
    if (!ink) return nullptr;
    // A frame of ink outside the picture, so that a thin dark rim counts as broad.
    PixHandle framed(pixAddBorderGeneral(ink.get(), least_breadth, least_breadth, least_breadth, least_breadth, 1));
    if (!framed) return nullptr;
    PixHandle broad(pixOpenBrick(nullptr, framed.get(), least_breadth, least_breadth));
    PixHandle seed(pixCreateTemplate(framed.get()));
    if (!broad || !seed) return nullptr;
    pixSetOrClearBorder(seed.get(), 1, 1, 1, 1, PIX_SET);
    PixHandle connected(pixSeedfillBinary(nullptr, seed.get(), broad.get(), 4));
    if (!connected) return nullptr;
    PixHandle grown(pixDilateBrick(nullptr, connected.get(), 3, 3));
    return grown ? PixHandle(pixRemoveBorder(grown.get(), least_breadth)) : nullptr;
}

}  // namespace

bool remove_dark_border(Pix& grey) {
    if (std::min(pixGetWidth(&grey), pixGetHeight(&grey)) < 100) return false;
    const PixHandle small(pixScaleAreaMap2(&grey));
    const PixHandle smaller(small ? pixScaleAreaMap2(small.get()) : nullptr);
    const PixHandle mask = smaller ? border_mask(*smaller) : nullptr;
    if (!mask) return false;
    int touched = 0;
    pixCountPixels(mask.get(), &touched, nullptr);
    const double share = static_cast<double>(touched) / (static_cast<double>(pixGetWidth(mask.get())) * pixGetHeight(mask.get()));
    // The outermost rim always belongs to the mask; less than that is nothing, more than half is no border.
    const double rim = 2.0 * (1.0 / pixGetWidth(mask.get()) + 1.0 / pixGetHeight(mask.get()));
    if (share < 1.2 * rim + 0.001 || share > 0.5) return false;
    const PixHandle full(pixExpandReplicate(mask.get(), reduction));
    if (!full) return false;
    pixPaintThroughMask(&grey, full.get(), 0, 0, 255);
    return true;
}

}  // namespace planlezer
