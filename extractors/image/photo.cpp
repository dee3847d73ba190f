#include "extractors/image/photo.hpp"

#include <algorithm>
#include <cmath>

namespace planlezer {

namespace {

constexpr int reduction = 8;            // the sheet is looked for at an eighth of the size
constexpr int text_size = 9;            // reduced pixels: letters are smaller and are closed over
constexpr double least_contrast = 1.6;  // paper over table, in mean grey level
constexpr double least_share = 0.20;    // of the picture that the sheet covers
constexpr double most_share = 0.95;
constexpr double dark_rim = 0.95;       // share of the picture's rim that is table
constexpr double edge = 1.0;            // reduced pixels taken off every side of the sheet
constexpr double bare_rim = 0.008;      // share of the width at the sheet's edge where no text stands but the table may show
constexpr double fit = 0.04;            // how far the sheet's area may be from that of its four corners

PixHandle reduced(Pix& grey) {
    const PixHandle half(pixScaleAreaMap2(&grey));
    const PixHandle quarter(half ? pixScaleAreaMap2(half.get()) : nullptr);
    const PixHandle eighth(quarter ? pixScaleAreaMap2(quarter.get()) : nullptr);
    const PixHandle smooth(eighth ? pixBlockconvGray(eighth.get(), nullptr, 2, 2) : nullptr);  // the grain of a table is no edge
    // Light grows over the letters, but not from beyond the picture.
    const PixHandle wide(smooth ? pixAddContinuedBorder(smooth.get(), 2 * text_size, 2 * text_size, 2 * text_size, 2 * text_size) : nullptr);
    const PixHandle closed(wide ? pixCloseGray(wide.get(), text_size, text_size) : nullptr);
    return closed ? PixHandle(pixRemoveBorder(closed.get(), 2 * text_size)) : nullptr;
}

/// The largest light piece without its holes; 1 bit.
PixHandle largest_light(Pix& small, int threshold) {
    const PixHandle dark(pixThresholdToBinary(&small, threshold));
    const PixHandle light(dark ? pixInvert(nullptr, dark.get()) : nullptr);
    const PixHandle opened(light ? pixOpenBrick(nullptr, light.get(), 5, 5) : nullptr);
    if (!opened) return nullptr;
    Pixa* pieces = nullptr;
    const BoxaHandle boxes(pixConnComp(opened.get(), &pieces, 4));
    int best = -1;
    int most = 0;
    for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
        const PixHandle piece(pixaGetPix(pieces, i, L_CLONE));
        int area = 0;
        if (piece) pixCountPixels(piece.get(), &area, nullptr);
        if (area > most) {
            most = area;
            best = i;
        }
    }
    PixHandle sheet(pixCreateTemplate(opened.get()));
    if (best >= 0 && sheet) {
        int x = 0;
        int y = 0;
        int w = 0;
        int h = 0;
        boxaGetBoxGeometry(boxes.get(), best, &x, &y, &w, &h);
        const PixHandle piece(pixaGetPix(pieces, best, L_CLONE));
        pixRasterop(sheet.get(), x, y, w, h, PIX_SRC, piece.get(), 0, 0);
    }
    pixaDestroy(&pieces);
    const PixHandle holes(sheet ? pixHolesByFilling(sheet.get(), 4) : nullptr);
    if (holes) pixOr(sheet.get(), sheet.get(), holes.get());
    return best >= 0 ? std::move(sheet) : nullptr;
}

double share_of(Pix& mask) {
    int area = 0;
    pixCountPixels(&mask, &area, nullptr);
    return static_cast<double>(area) / (static_cast<double>(pixGetWidth(&mask)) * pixGetHeight(&mask));
}

double rim_without(Pix& sheet) {
    const PixHandle inner(pixCreateTemplate(&sheet));
    if (!inner) return 0;
    pixSetOrClearBorder(inner.get(), 1, 1, 1, 1, PIX_SET);
    int rim = 0;
    pixCountPixels(inner.get(), &rim, nullptr);
    pixAnd(inner.get(), inner.get(), &sheet);
    int light = 0;
    pixCountPixels(inner.get(), &light, nullptr);
    return rim == 0 ? 0 : 1 - static_cast<double>(light) / rim;
}

double mean_in(Pix& small, Pix& mask) {
    float mean = 0;
    return pixGetAverageMasked(&small, &mask, 0, 0, 1, L_MEAN_ABSVAL, &mean) == 0 ? static_cast<double>(mean) : 0;
}

/// The pixels that lie furthest towards the four corners of the picture.
SheetCorners corners_of(Pix& sheet) {
    SheetCorners corners{};
    std::array<int, 4> reach{};
    bool first = true;
    for (int y = 0; y < pixGetHeight(&sheet); ++y) {
        for (int x = 0; x < pixGetWidth(&sheet); ++x) {
            l_uint32 ink = 0;
            pixGetPixel(&sheet, x, y, &ink);
            if (ink == 0) continue;
            const std::array<int, 4> now{-x - y, x - y, x + y, y - x};
            for (std::size_t i = 0; i < 4; ++i) {
                if (!first && now.at(i) <= reach.at(i)) continue;
                reach.at(i) = now.at(i);
                corners.at(i) = {x + 0.5, y + 0.5};
            }
            first = false;
        }
    }
    return corners;
}

double area_of(const SheetCorners& p) {
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point& a = p.at(i);
        const Point& b = p.at((i + 1) % 4);
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

double distance(const Point& a, const Point& b) { return std::hypot(a.x - b.x, a.y - b.y); }

PtaHandle points(const SheetCorners& corners) {
    PtaHandle pta(ptaCreate(4));
    for (const Point& p : corners) ptaAddPt(pta.get(), static_cast<float>(p.x), static_cast<float>(p.y));
    return pta;
}

/// A good part of the picture, with dark all around it, and clearly lighter than that.
bool stands_out(Pix& small, Pix& sheet) {
    const double share = share_of(sheet);
    if (share < least_share || share > most_share || rim_without(sheet) < dark_rim) return false;
    const PixHandle around(pixInvert(nullptr, &sheet));
    return around && mean_in(small, sheet) >= least_contrast * mean_in(small, *around);
}

}  // namespace

std::optional<SheetCorners> find_sheet(Pix& grey) {
    if (std::min(pixGetWidth(&grey), pixGetHeight(&grey)) < 400) return std::nullopt;
    const PixHandle small = reduced(grey);
    if (!small) return std::nullopt;
    // Under a lamp no one level parts paper from table for sure: the largest piece with four sides is the sheet.
    std::optional<SheetCorners> best;
    double best_share = 0;
    constexpr int darkest = 30;
    constexpr int lightest = 200;
    constexpr int step = 10;
    for (int level = darkest; level <= lightest; level += step) {
        const PixHandle sheet = largest_light(*small, level);
        if (!sheet || !stands_out(*small, *sheet)) continue;
        const SheetCorners corners = corners_of(*sheet);
        const double pixels = static_cast<double>(pixGetWidth(small.get())) * pixGetHeight(small.get());
        const double share = share_of(*sheet);
        if (share <= best_share || std::abs(area_of(corners) / (share * pixels) - 1) > fit) continue;
        best_share = share;
        best = corners;
    }
    if (!best) return std::nullopt;
    // A little inside the edge, so that none of the table comes along.
    const Point middle{(best->at(0).x + best->at(2).x) / 2, (best->at(0).y + best->at(2).y) / 2};
    for (Point& p : *best) p = {(p.x + edge * (p.x < middle.x ? 1 : -1)) * reduction, (p.y + edge * (p.y < middle.y ? 1 : -1)) * reduction};
    return best;
}

FlatSheet laid_flat(Pix& photo, const SheetCorners& corners) {
    const double width = (distance(corners[0], corners[1]) + distance(corners[3], corners[2])) / 2;
    const double height = (distance(corners[0], corners[3]) + distance(corners[1], corners[2])) / 2;
    // Leptonica keeps the size of the picture it maps; the rectangle is cut out afterwards.
    const PtaHandle from = points(corners);
    const PtaHandle to = points({Point{0, 0}, Point{width, 0}, Point{width, height}, Point{0, height}});
    const int right = std::max(0, static_cast<int>(width) - pixGetWidth(&photo) + 1);
    const int below = std::max(0, static_cast<int>(height) - pixGetHeight(&photo) + 1);
    const PixHandle room(pixAddBorderGeneral(&photo, 0, right, 0, below, 255));
    const PixHandle mapped(room ? pixProjectivePtaGray(room.get(), to.get(), from.get(), 255) : nullptr);
    const BoxHandle box(boxCreate(0, 0, static_cast<int>(width), static_cast<int>(height)));
    FlatSheet flat{mapped ? PixHandle(pixClipRectangle(mapped.get(), box.get(), nullptr)) : nullptr, Mapping::to_corners(width, height, corners)};
    if (flat.grey) {
        const int rim = static_cast<int>(bare_rim * width);
        pixSetOrClearBorder(flat.grey.get(), rim, rim, rim, rim, PIX_SET);
    }
    return flat;
}

}  // namespace planlezer
