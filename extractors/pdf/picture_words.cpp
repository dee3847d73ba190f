#include "extractors/pdf/picture_words.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "extractors/limits.hpp"
#include "extractors/ocr/page_ocr.hpp"

namespace planlezer {

namespace {

constexpr double least_share = 0.05;      // of the page: logos and signatures are smaller
constexpr std::size_t most_pictures = 4;  // a page
constexpr double sure = 0.75;             // confidence of a word that shows a picture to be text
constexpr std::ptrdiff_t enough = 8;      // such words
constexpr double believable = 0.5;        // confidence below which a word of a picture is a piece of drawing

Box on_page(const Box& box, const TextPage& page) {
    return {std::max(0.0, box.x0), std::max(0.0, box.y0), std::min(page.width, box.x1), std::min(page.height, box.y1)};
}

std::vector<PlacedImage> largest(std::vector<PlacedImage> pictures, const TextPage& page) {
    for (PlacedImage& picture : pictures) picture.box = on_page(picture.box, page);
    std::erase_if(pictures, [&page](const PlacedImage& picture) {
        const double area = picture.box.width() * picture.box.height();
        return picture.box.width() <= 0 || picture.box.height() <= 0 || area < least_share * page.width * page.height;
    });
    std::ranges::stable_sort(pictures, std::ranges::greater{}, [](const PlacedImage& p) { return p.box.width() * p.box.height(); });
    if (pictures.size() > most_pictures) pictures.resize(most_pictures);
    return pictures;
}

bool is_text(const TextPage& read) {
    const auto words = std::ranges::count_if(read.words, [](const Word& word) { return word.confidence >= sure && word.text.size() > 1; });
    return read.turns == 0 && words >= enough && 2 * words >= static_cast<std::ptrdiff_t>(read.words.size());
}

/// \param native how many of the page's words come from its text layer
bool stands_already(const Word& word, const TextPage& page, std::size_t native) {
    return std::any_of(page.words.begin(), page.words.begin() + static_cast<std::ptrdiff_t>(native), [&word](const Word& other) {
        return word.box.mid_x() >= other.box.x0 && word.box.mid_x() <= other.box.x1 && word.box.mid_y() >= other.box.y0 &&
               word.box.mid_y() <= other.box.y1;
    });
}

PageImage cut_out(const PageImage& whole, const Box& box) {
    const auto pixel = [](double points, double dpi) { return static_cast<int>(points * dpi / 72); };
    const BoxHandle part(boxCreate(pixel(box.x0, whole.x_dpi), pixel(box.y0, whole.y_dpi), std::max(1, pixel(box.width(), whole.x_dpi)),
                                   std::max(1, pixel(box.height(), whole.y_dpi))));
    return {PixHandle(pixClipRectangle(whole.pixels.get(), part.get(), nullptr)), whole.x_dpi, whole.y_dpi};
}

}  // namespace

void add_words_of_pictures(PdfDocument& document, const std::vector<PlacedImage>& pictures, TextPage& page, OcrEngine& engine) {
    const std::vector<PlacedImage> candidates = largest(pictures, page);
    if (candidates.empty() || page.turns != 0) return;
    const auto whole = document.render(page.number, limits::scan_dpi, limits::scan_dpi);
    if (!whole) return;
    const std::size_t native = page.words.size();
    for (const PlacedImage& picture : candidates) {
        PageImage part = cut_out(*whole, picture.box);
        if (!part.pixels) continue;
        const TextPage read = read_picture(std::move(part), engine);
        if (!is_text(read)) continue;
        for (Word word : read.words) {
            word.box = {word.box.x0 + picture.box.x0, word.box.y0 + picture.box.y0, word.box.x1 + picture.box.x0, word.box.y1 + picture.box.y0};
            if (word.confidence < believable || stands_already(word, page, native)) continue;
            if (page.words.size() < limits::words_a_page) page.words.push_back(std::move(word));
        }
        for (const Ruling& line : read.rulings) {
            page.rulings.push_back({line.x0 + picture.box.x0, line.y0 + picture.box.y0, line.x1 + picture.box.x0, line.y1 + picture.box.y0});
        }
    }
}

}  // namespace planlezer
