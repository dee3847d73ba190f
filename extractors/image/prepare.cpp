#include "extractors/image/prepare.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "extractors/image/binarise.hpp"
#include "extractors/image/border.hpp"
#include "extractors/image/photo.hpp"
#include "extractors/image/ruled_lines.hpp"
#include "extractors/limits.hpp"

namespace planlezer {

namespace {

constexpr double least_skew = 0.15;       // degrees: turning costs sharpness, less is not worth it
constexpr double skew_confidence = 3.0;   // Leptonica's own advice
constexpr double skew_range = 7.0;        // degrees searched to both sides
constexpr double best_x_height = 20.0;    // pixels: where Tesseract's networks read best
constexpr double low_x_height = 9.0;      // pixels in the source: below, digits are guesses

PixHandle to_grey(Pix& source) {
    PixHandle plain(pixGetDepth(&source) == 32 && pixGetSpp(&source) == 4 ? pixRemoveAlpha(&source) : pixClone(&source));
    if (plain && pixGetColormap(plain.get()) != nullptr) plain.reset(pixRemoveColormap(plain.get(), REMOVE_CMAP_BASED_ON_SRC));
    return plain ? PixHandle(pixConvertTo8(plain.get(), 0)) : nullptr;
}

/// Light text on dark paper (a negative, a microfiche) is turned round.
PixHandle dark_on_light(PixHandle grey) {
    float mean = 0;
    NumaHandle histogram(pixGetGrayHistogram(grey.get(), 4));
    if (!histogram) return grey;
    numaHistogramGetValFromRank(histogram.get(), 0.5F, &mean);
    constexpr float dark = 100;
    if (mean < dark) pixInvert(grey.get(), grey.get());
    return grey;
}

void scale(PreparedPage& page, double factor) {
    PixHandle scaled(pixScaleGeneral(page.grey.get(), static_cast<float>(factor), static_cast<float>(factor), 0, 0));
    if (!scaled) return;
    const double x = static_cast<double>(pixGetWidth(page.grey.get())) / pixGetWidth(scaled.get());
    const double y = static_cast<double>(pixGetHeight(page.grey.get())) / pixGetHeight(scaled.get());
    page.to_source = Mapping::scaled(x, y).then(page.to_source);
    page.grey = std::move(scaled);
    page.dpi /= x;
    for (Ruling& line : page.rulings) line = {line.x0 / x, line.y0 / y, line.x1 / x, line.y1 / y};
}

/// Levels the paper to one brightness and takes that for white, so that what is painted out later is paper too.
void even_background(PreparedPage& page) {
    constexpr int paper = 200;    // the level Leptonica brings the background to
    constexpr int white = 185;    // what grain leaves of it
    constexpr int black = 30;
    PixHandle evened(pixBackgroundNorm(page.grey.get(), nullptr, nullptr, 10, 15, 60, 40, paper, 2, 1));
    if (!evened) return;
    pixGammaTRC(evened.get(), evened.get(), 1.0F, black, white);
    page.grey = std::move(evened);
}

void lay_flat(PreparedPage& page) {
    const auto corners = find_sheet(*page.grey);
    if (!corners) return;
    FlatSheet flat = laid_flat(*page.grey, *corners);
    if (!flat.grey) return;
    page.grey = std::move(flat.grey);
    page.to_source = flat.to_photo.then(page.to_source);
    page.notes.push_back(PageNote::dark_border_removed);
}

void turn_upright(PreparedPage& page, const FindTurns& find_turns) {
    const PixHandle binary = binarised(*page.grey);
    const int turns = binary ? find_turns(*binary) : 0;
    if (turns == 0) return;
    const double width = pixGetWidth(page.grey.get());
    const double height = pixGetHeight(page.grey.get());
    PixHandle turned(pixRotateOrth(page.grey.get(), turns));
    if (!turned) return;
    page.grey = std::move(turned);
    page.turns = turns;
    page.to_source = Mapping::unturned(turns, width, height).then(page.to_source);
    page.notes.push_back(PageNote::turned_upright);
}

void straighten(PreparedPage& page) {
    const PixHandle binary = binarised(*page.grey);
    float degrees = 0;
    float confidence = 0;
    if (!binary || pixFindSkewSweepAndSearch(binary.get(), &degrees, &confidence, 4, 2, static_cast<float>(skew_range), 1.0F, 0.01F) != 0) return;
    if (confidence < skew_confidence || std::abs(degrees) < least_skew) return;
    const double radians = degrees * std::numbers::pi / 180;
    const double reach = std::abs(std::sin(radians));
    const int margin_x = static_cast<int>(reach * pixGetHeight(page.grey.get()) / 2) + 2;
    const int margin_y = static_cast<int>(reach * pixGetWidth(page.grey.get()) / 2) + 2;
    const PixHandle wide(pixAddBorderGeneral(page.grey.get(), margin_x, margin_x, margin_y, margin_y, 255));
    if (!wide) return;
    PixHandle turned(pixRotateAMGray(wide.get(), static_cast<float>(radians), 255));
    if (!turned) return;
    const Point centre{pixGetWidth(wide.get()) / 2.0, pixGetHeight(wide.get()) / 2.0};
    page.to_source = Mapping::rotated(-radians, centre).then(Mapping::shifted(-margin_x, -margin_y)).then(page.to_source);
    page.grey = std::move(turned);
    page.notes.push_back(PageNote::deskewed);
}

void take_out_lines(PreparedPage& page) {
    const PixHandle binary = binarised(*page.grey);
    if (!binary) return;
    RuledLines found = find_ruled_lines(*binary, page.dpi);
    page.rulings = std::move(found.lines);
    if (found.mask) pixSetMasked(page.grey.get(), found.mask.get(), 255);
}

void scale_to_letters(PreparedPage& page) {
    const PixHandle binary = binarised(*page.grey);
    if (!binary) return;
    page.x_height = x_height(*binary, page.dpi);
    if (page.x_height <= 0) return;
    if (page.x_height < low_x_height) page.notes.push_back(PageNote::low_resolution);
    const double megapixels = 1e-6 * pixGetWidth(page.grey.get()) * pixGetHeight(page.grey.get());
    const double most = std::sqrt(limits::ocr_megapixels / std::max(megapixels, 0.01));
    const double wanted = std::min({best_x_height / page.x_height, 3.0, most});
    constexpr double worth_it = 1.15;
    if (wanted < worth_it && wanted > 1 / (2 * worth_it)) return;
    scale(page, wanted);
    page.x_height *= wanted;
}

}  // namespace

PreparedPage prepare(const PageImage& image, const FindTurns& find_turns) {
    PreparedPage page;
    const bool two_levels = pixGetDepth(image.pixels.get()) == 1;
    page.grey = to_grey(*image.pixels);
    if (!page.grey) return page;
    page.grey = dark_on_light(std::move(page.grey));
    page.dpi = image.x_dpi;
    if (image.y_dpi > 0 && std::abs(image.y_dpi / image.x_dpi - 1) > 0.02) {
        // A fax: unlike resolutions across and down; brought to the larger of the two.
        const double most = std::max(image.x_dpi, image.y_dpi);
        PixHandle square(pixScaleGeneral(page.grey.get(), static_cast<float>(most / image.x_dpi), static_cast<float>(most / image.y_dpi), 0, 0));
        if (square) {
            page.grey = std::move(square);
            page.to_source = Mapping::scaled(image.x_dpi / most, image.y_dpi / most);
            page.dpi = most;
        }
    }
    const double megapixels = 1e-6 * pixGetWidth(page.grey.get()) * pixGetHeight(page.grey.get());
    if (megapixels > limits::ocr_megapixels) scale(page, std::sqrt(limits::ocr_megapixels / megapixels));
    if (!two_levels) {
        lay_flat(page);
        even_background(page);
    }
    if (remove_dark_border(*page.grey) && page.notes.empty()) page.notes.push_back(PageNote::dark_border_removed);
    turn_upright(page, find_turns);
    straighten(page);
    take_out_lines(page);
    scale_to_letters(page);
    return page;
}

}  // namespace planlezer
