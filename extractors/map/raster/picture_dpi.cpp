#include "extractors/map/raster/picture_dpi.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <vector>

#include "extractors/limits.hpp"
#include "extractors/map/pieces.hpp"
#include "extractors/map/raster/components.hpp"

namespace planlezer {

namespace {

constexpr double usual_letter = 1.4;        // millimetres: the middle of all letters, small ones and capitals, of most map sheets
constexpr std::size_t least_letters = 12;
constexpr int least_height = 5;             // pixels
constexpr int most_height = 150;
constexpr int dark = 128;                   // of 255
constexpr double paper_fits = 0.004;        // share by which a side may differ
constexpr double most_off = 1.75;           // factor between the letters and the resolution that is taken
constexpr double contradicted = 1.6;        // the same for one the file tells
constexpr std::array<double, 7> usual_dpi{72, 96, 100, 150, 200, 300, 400};
constexpr std::array<double, 11> scanner_dpi{72, 96, 100, 120, 150, 200, 250, 254, 300, 400, 600};
constexpr std::array<double, 6> a_series{1189, 841, 594, 420, 297, 210};  // millimetres: the long side of A0 to A4, then the short of A4

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

bool may_be_letter(const Component& c) {
    const double height = c.box.height();
    const double filled = static_cast<double>(c.pixels) / (height * c.box.width());
    return height >= least_height && height <= most_height && c.box.width() > 0.25 * height && c.box.width() < 1.5 * height && filled > 0.18 && filled < 0.8;
}

/// Heights of what stands between two others of its kind on one line, as the letters of a word do.
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

double off_by(double a, double b) { return std::max(a, b) / std::min(a, b); }

/// Both sides are those of one paper.
bool is_paper(double longer, double shorter, double dpi) {
    for (std::size_t i = 0; i + 1 < a_series.size(); ++i) {
        const bool fits = std::abs(25.4 * longer / dpi / a_series[i] - 1) < paper_fits && std::abs(25.4 * shorter / dpi / a_series[i + 1] - 1) < paper_fits;
        if (fits) return true;
    }
    return false;
}

}  // namespace

double likely_dpi(const PageImage& image) {
    std::vector<int> heights;
    {
        const PixHandle binary = dark_pixels(*image.pixels);
        heights = letter_heights(components_of(*binary, false));
    }
    if (heights.size() < least_letters) return 0;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::ranges::nth_element(heights, middle);
    const double by_letters = 25.4 * *middle / usual_letter;
    const double longer = std::max(pixGetWidth(image.pixels.get()), pixGetHeight(image.pixels.get()));
    const double shorter = std::min(pixGetWidth(image.pixels.get()), pixGetHeight(image.pixels.get()));
    double best = 0;
    for (const double dpi : scanner_dpi) {
        if (is_paper(longer, shorter, dpi) && off_by(dpi, by_letters) < most_off && (best == 0 || off_by(dpi, by_letters) < off_by(best, by_letters))) best = dpi;
    }
    if (best > 0) return best;
    return *std::ranges::min_element(usual_dpi, {}, [by_letters](double dpi) { return off_by(dpi, by_letters); });
}

double believed_dpi(const PageImage& image) {
    const bool guessed = image.x_dpi <= 0 || std::abs(image.x_dpi - 72) < 0.5 || std::abs(image.x_dpi - 96) < 0.5;
    if (!guessed) return image.x_dpi;
    const double likely = likely_dpi(image);
    if (image.x_dpi <= 0) return likely > 0 ? likely : limits::scan_dpi;
    return likely > 0 && off_by(likely, image.x_dpi) > contradicted ? likely : image.x_dpi;
}

}  // namespace planlezer
