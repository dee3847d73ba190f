#include "extractors/ocr/page_ocr.hpp"

#include <algorithm>
#include <cmath>
#include <new>
#include <utility>

#include "extractors/image/prepare.hpp"
#include "extractors/limits.hpp"
#include "extractors/ocr/line_reader.hpp"
#include "extractors/rulings.hpp"

namespace planlezer {

namespace {

int turns_upright(Pix& binary, OcrEngine& engine) {
    float up = 0;
    float left = 0;
    // Ascenders against descenders: cheap, and right whenever it is sure.
    constexpr float sure = 6.0F;
    constexpr float least = 4.0F;
    if (pixOrientDetect(&binary, &up, &left, 0, 0) == 0) {
        const bool stands = std::abs(up) > 1.5F * std::abs(left);
        if (stands && up > sure) return 0;
        if (stands && up < -sure) return 2;
        if (std::abs(left) > std::max(sure, 1.5F * std::abs(up))) return left > 0 ? 1 : 3;
    }
    const OcrEngine::Orientation told = engine.orientation(binary, static_cast<int>(limits::scan_dpi));
    return told.confidence > static_cast<double>(least) ? told.turns : 0;
}

/// From pixels of the prepared picture to points on the upright page.
class ToPoints {
  public:
    /// Three turns more are one turn less: what undoes the rest of the circle turns the page on.
    ToPoints(const Mapping& to_source, const PageImage& source, const TextPage& page)
        : mapping_(to_source.then(Mapping::scaled(72 / source.x_dpi, 72 / source.y_dpi))
                       .then(Mapping::unturned(4 - page.turns, page.width, page.height))),
          page_(page) {}

    [[nodiscard]] Box operator()(const Box& pixels) const {
        const Box box = mapping_(pixels);
        return {std::clamp(box.x0, 0.0, page_.width), std::clamp(box.y0, 0.0, page_.height), std::clamp(box.x1, 0.0, page_.width),
                std::clamp(box.y1, 0.0, page_.height)};
    }
    [[nodiscard]] Ruling operator()(const Ruling& line) const {
        const Point a = mapping_(Point{line.x0, line.y0});
        const Point b = mapping_(Point{line.x1, line.y1});
        return {a.x, a.y, b.x, b.y};
    }

  private:
    Mapping mapping_;
    const TextPage& page_;
};

Word to_word(const ReadWord& read, const ToPoints& to_points) {
    Word word;
    word.text = read.word.text;
    word.box = to_points(read.word.box);
    word.confidence = read.word.confidence;
    word.raised = read.word.raised;
    word.origin = TextOrigin::ocr;
    word.second_reading = read.second_reading;
    return word;
}

}  // namespace

TextPage read_picture(PageImage image, OcrEngine& engine) {
    if (!image.pixels) throw std::bad_alloc();
    if (image.x_dpi <= 0 || image.y_dpi <= 0) image.x_dpi = image.y_dpi = limits::scan_dpi;
    TextPage page;
    page.origin = TextOrigin::ocr;
    page.width = pixGetWidth(image.pixels.get()) * 72.0 / image.x_dpi;
    page.height = pixGetHeight(image.pixels.get()) * 72.0 / image.y_dpi;
    page.dpi = image.x_dpi;
    const PreparedPage prepared = prepare(image, [&engine](Pix& binary) { return turns_upright(binary, engine); });
    if (!prepared.grey) throw std::bad_alloc();
    image.pixels.reset();
    page.notes = prepared.notes;
    page.turns = prepared.turns;
    if (page.turns % 2 == 1) std::swap(page.width, page.height);
    const ToPoints to_points(prepared.to_source, image, page);
    for (const ReadWord& word : read_lines(prepared, engine)) page.words.push_back(to_word(word, to_points));
    std::vector<Ruling> lines;
    for (const Ruling& line : prepared.rulings) lines.push_back(to_points(line));
    page.rulings = merged(lines);
    return page;
}

}  // namespace planlezer
