#include "extractors/pdf/page_listener.hpp"

#include <algorithm>
#include <cmath>

#include "extractors/limits.hpp"
#include "extractors/pdf/word_text.hpp"
#include "extractors/rulings.hpp"

namespace planlezer {

namespace {

constexpr double thin = 3.0;           // points: a filled rectangle no thicker than this is a line
constexpr double least_length = 3.0;   // points: shorter strokes are parts of drawings
constexpr double nearly_white = 0.97;  // nobody sees a line of this colour on paper

bool is_white(const GfxRGB& colour) {
    return colToDbl(colour.r) > nearly_white && colToDbl(colour.g) > nearly_white && colToDbl(colour.b) > nearly_white;
}

bool is_hidden(const GfxState* state) { return (state->getRender() & 3) == 3; }

struct DevicePoint {
    double x = 0;
    double y = 0;
};

DevicePoint to_device(const GfxState* state, double x, double y) {
    DevicePoint point;
    state->transform(x, y, &point.x, &point.y);
    return point;
}

Word word_of(const TextWord& text_word) {
    Word word;
    std::vector<char32_t> points;
    points.reserve(static_cast<std::size_t>(std::max(0, text_word.getLength())));
    for (int i = 0; i < text_word.getLength(); ++i) points.push_back(*text_word.getChar(i));
    word.text = clean_text(points);
    text_word.getBBox(&word.box.x0, &word.box.y0, &word.box.x1, &word.box.y1);
    word.font_size = std::max(0.0, text_word.getFontSize());
    const TextFontInfo* font = text_word.getLength() > 0 ? text_word.getFontInfo(0) : nullptr;
    if (font == nullptr) return word;
    const GooString* name = font->getFontName();
    const FontStyle style = name == nullptr ? FontStyle{} : font_style(name->toStr());
    word.bold = font->isBold() || style.bold;
    word.italic = font->isItalic() || style.italic;
    return word;
}

bool on_page(const Box& box, const PdfPage& page) {
    return std::isfinite(box.x0 + box.y0 + box.x1 + box.y1) && box.x0 <= box.x1 && box.y0 <= box.y1 && box.mid_x() >= 0 &&
           box.mid_x() <= page.width && box.mid_y() >= 0 && box.mid_y() <= page.height;
}

}  // namespace

PageListener::PageListener() : TextOutputDev(nullptr, false, 0, false, false) {}

void PageListener::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                            CharCode code, int bytes, const Unicode* unicode, int length) {
    ++glyphs_;
    if (is_hidden(state) && hidden_.size() < limits::words_a_page) {
        const DevicePoint a = to_device(state, x, y);
        const DevicePoint b = to_device(state, x + dx, y + dy);
        hidden_.push_back({std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)});
    }
    TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, unicode, length);
}

void PageListener::stroke(GfxState* state) {
    TextOutputDev::stroke(state);
    GfxRGB colour;
    state->getStrokeRGB(&colour);
    if (!is_white(colour)) note_path(state, false);
}

void PageListener::fill(GfxState* state) {
    TextOutputDev::fill(state);
    GfxRGB colour;
    state->getFillRGB(&colour);
    if (!is_white(colour)) note_path(state, true);
}

void PageListener::eoFill(GfxState* state) {
    TextOutputDev::eoFill(state);
    GfxRGB colour;
    state->getFillRGB(&colour);
    if (!is_white(colour)) note_path(state, true);
}

void PageListener::note_line(const GfxState* state, double x0, double y0, double x1, double y1) {
    // What the clipping rectangle cuts off is not seen.
    Box clip;
    state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
    const bool outside = std::max(x0, x1) < clip.x0 || std::min(x0, x1) > clip.x1 || std::max(y0, y1) < clip.y0 || std::min(y0, y1) > clip.y1;
    if (outside || !std::isfinite(x0 + y0 + x1 + y1)) return;
    const Ruling line{std::clamp(x0, clip.x0, clip.x1), std::clamp(y0, clip.y0, clip.y1), std::clamp(x1, clip.x0, clip.x1),
                      std::clamp(y1, clip.y0, clip.y1)};
    if (std::hypot(line.x1 - line.x0, line.y1 - line.y0) < least_length) return;
    if (is_horizontal(line) || is_vertical(line)) lines_.push_back(line);
}

void PageListener::note_path(const GfxState* state, bool filled) {
    const GfxPath* path = state->getPath();
    for (int i = 0; path != nullptr && i < path->getNumSubpaths(); ++i) {
        const GfxSubpath* part = path->getSubpath(i);
        const int points = part->getNumPoints();
        segments_ += static_cast<std::size_t>(points);
        if (segments_ > limits::drawn_paths_a_page || lines_.size() > 20 * limits::rulings_a_page) return;
        std::vector<DevicePoint> corners;
        bool curved = false;
        for (int j = 0; j < points; ++j) {
            corners.push_back(to_device(state, part->getX(j), part->getY(j)));
            curved = curved || part->getCurve(j);
        }
        if (curved) continue;
        if (!filled) {
            for (std::size_t j = 1; j < corners.size(); ++j) {
                note_line(state, corners[j - 1].x, corners[j - 1].y, corners[j].x, corners[j].y);
            }
            continue;
        }
        Box box{corners[0].x, corners[0].y, corners[0].x, corners[0].y};
        for (const DevicePoint& p : corners) box = united(box, {p.x, p.y, p.x, p.y});
        if (corners.size() > 6 || std::min(box.width(), box.height()) > thin) continue;
        if (box.width() >= box.height()) {
            note_line(state, box.x0, box.mid_y(), box.x1, box.mid_y());
        } else {
            note_line(state, box.mid_x(), box.y0, box.mid_x(), box.y1);
        }
    }
}

void PageListener::note_image(const GfxState* state, int width, int height) {
    // The unit square under the current matrix is the image's place.
    const double* m = state->getCTM();
    PlacedImage image;
    image.box = {m[4] + std::min(0.0, m[0]) + std::min(0.0, m[2]), m[5] + std::min(0.0, m[1]) + std::min(0.0, m[3]),
                 m[4] + std::max(0.0, m[0]) + std::max(0.0, m[2]), m[5] + std::max(0.0, m[1]) + std::max(0.0, m[3])};
    if (!(image.box.width() > 0) || !(image.box.height() > 0) || !std::isfinite(image.box.width() + image.box.height())) return;
    const bool on_its_side = std::abs(m[1]) > std::abs(m[0]);
    image.x_dpi = 72.0 * (on_its_side ? height : width) / image.box.width();
    image.y_dpi = 72.0 * (on_its_side ? width : height) / image.box.height();
    image.glyphs_before = glyphs_ - hidden_.size();
    if (images_.size() < limits::words_a_page) images_.push_back(image);
}

// The base class reads an inline image to its end: it stands in the page's own stream, and what is not read
// would be taken for operators.
void PageListener::drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                                 bool inline_image) {
    note_image(state, width, height);
    if (!inline_image) watch_.note(stream);
    TextOutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
}

void PageListener::drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                             bool interpolate, const int* mask, bool inline_image) {
    note_image(state, width, height);
    if (!inline_image) watch_.note(stream);
    TextOutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, inline_image);
}

void PageListener::drawMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap*, bool, Stream* mask,
                                   int, int, bool, bool) {
    note_image(state, width, height);
    watch_.note(stream);
    watch_.note(mask);
}

void PageListener::drawSoftMaskedImage(GfxState* state, Object*, Stream* stream, int width, int height, GfxImageColorMap*, bool,
                                       Stream* mask, int, int, GfxImageColorMap*, bool) {
    note_image(state, width, height);
    watch_.note(stream);
    watch_.note(mask);
}

void PageListener::finish(PdfPage& page) {
    page.too_large = watch_.too_large();
    page.glyphs = glyphs_;
    page.images = std::move(images_);
    page.hidden_glyphs = std::move(hidden_);
    page.rulings = merged(lines_);
    const std::unique_ptr<TextWordList> list = makeWordList();
    for (int i = 0; list && i < list->getLength(); ++i) {
        Word word = word_of(*list->get(i));
        if (word.text.empty() || !on_page(word.box, page)) continue;
        if (page.words.size() >= limits::words_a_page) {
            page.truncated = true;
            break;
        }
        page.letters_by_turn.at(static_cast<std::size_t>(list->get(i)->getRotation() & 3)) += word.text.size();
        page.words.push_back(std::move(word));
    }
}

}  // namespace planlezer
