#include "extractors/map/raster/letters.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace planlezer {

namespace {

constexpr double letter_height = 36;  // pixels: at this size Tesseract reads digits best
constexpr int margin = 8;             // pixels of white around, before scaling

LetterForm form_of(const std::vector<const Component*>& pieces, const PixelBox& box, const Components& ink, const PixelBox& line) {
    LetterForm form;
    std::array<double, LetterForm::columns * LetterForm::rows> cells{};
    const double sx = static_cast<double>(LetterForm::columns) / box.width();
    const double sy = static_cast<double>(LetterForm::rows) / box.height();
    for (const Component* piece : pieces) {
      for (const PixelRun& run : ink.of(*piece)) {
        for (int x = run.x0; x < run.x1; ++x) {
            // Spread over the cells a pixel covers, so that small letters have no gaps.
            const double x0 = (x - box.x0) * sx;
            const double y0 = (run.y - box.y0) * sy;
            for (int column = static_cast<int>(x0); column < std::min<double>(LetterForm::columns, x0 + sx); ++column) {
                for (int row = static_cast<int>(y0); row < std::min<double>(LetterForm::rows, y0 + sy); ++row) {
                    const double wide = std::min(x0 + sx, column + 1.0) - std::max(x0, static_cast<double>(column));
                    const double high = std::min(y0 + sy, row + 1.0) - std::max(y0, static_cast<double>(row));
                    cells[static_cast<std::size_t>(row * LetterForm::columns + column)] += std::max(0.0, wide) * std::max(0.0, high);
                }
            }
        }
      }
    }
    for (std::size_t i = 0; i < cells.size(); ++i) form.ink[i] = static_cast<std::uint8_t>(std::clamp(255 * cells[i], 0.0, 255.0));
    form.aspect = static_cast<double>(box.width()) / box.height();
    form.height = static_cast<double>(box.height()) / line.height();
    form.top = static_cast<double>(box.y0 - line.y0) / line.height();
    return form;
}

}  // namespace

LetterLine letter_line(std::vector<const Component*> letters, const Components& ink) {
    std::ranges::sort(letters, {}, [](const Component* letter) { return letter->box.x0; });
    LetterLine line;
    line.box = box_of(letters);
    for (std::size_t i = 0; i < letters.size();) {
        std::vector<const Component*> one{letters[i]};
        PixelBox box = letters[i]->box;
        // The pieces of "%", "=" and "i" stand over one another.
        for (++i; i < letters.size(); ++i) {
            const PixelBox& next = letters[i]->box;
            const int common = std::min(box.x1, next.x1) - next.x0;
            if (10 * common < 4 * std::min(box.width(), next.width())) break;
            one.push_back(letters[i]);
            box = box_of(one);
        }
        line.letters.push_back(box);
        line.forms.push_back(form_of(one, box, ink, line.box));
    }
    return line;
}

std::string as_figures(const std::string& text) {
    static constexpr std::string_view letters = "SBOIlZ";
    static constexpr std::string_view digits = "580112";
    std::string result = text;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        const bool counted = end - from >= 2 && end - from <= 4 && (text[end - 1] == 'L' || text[end - 1] == '%');
        const bool alike = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(end) - (counted ? 1 : 0), [](char c) {
            return (c >= '0' && c <= '9') || letters.find(c) != std::string_view::npos;
        });
        for (std::size_t i = from; counted && alike && i + 1 < end; ++i) {
            const std::size_t at = letters.find(text[i]);
            if (at != std::string_view::npos) result[i] = digits[at];
        }
        from = end + 1;
    }
    return result;
}

std::string with_figures_before_commas(const std::string& text, const std::string& second) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::string other = second;
    std::erase(other, ' ');
    if (static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c != ' '; })) != other.size()) return text;
    std::string result = text;
    std::size_t at = 0;  // in the second
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ') continue;
        const bool decimals = i + 2 < text.size() && text[i + 1] == ',' && is_digit(text[i + 2]);
        if (decimals && is_letter(text[i]) && is_digit(other[at])) result[i] = other[at];
        ++at;
    }
    return result;
}

Reading read_letters(const std::vector<const Component*>& letters, const Components& ink, const SheetRaster& raster, OcrEngine::Layout layout,
                     OcrEngine& engine) {
    const PixelBox box = box_of(letters);
    const int width = box.width() + 2 * margin;
    const int height = box.height() + 2 * margin;
    PixHandle canvas(pixCreate(width, height, 8));
    if (!canvas) throw std::bad_alloc();
    pixSetAll(canvas.get());
    const auto put = [&](int x, int y) {
        l_uint32 value = 255;
        if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) return;
        pixGetPixel(raster.grey.get(), x, y, &value);
        l_uint32 before = 255;
        pixGetPixel(canvas.get(), x - box.x0 + margin, y - box.y0 + margin, &before);
        pixSetPixel(canvas.get(), x - box.x0 + margin, y - box.y0 + margin, std::min(before, value));
    };
    for (const Component* letter : letters) {
        for (const PixelRun& run : ink.of(*letter)) {
            for (int x = run.x0 - 1; x <= run.x1; ++x) put(x, run.y);
            for (int x = run.x0; x < run.x1; ++x) {
                put(x, run.y - 1);
                put(x, run.y + 1);
            }
        }
    }
    double tallest = 1;
    for (const Component* letter : letters) tallest = std::max(tallest, static_cast<double>(letter->box.height()));
    const double scale = std::clamp(letter_height / tallest, 0.5, 6.0);
    PixHandle scaled(pixScale(canvas.get(), static_cast<float>(scale), static_cast<float>(scale)));
    if (!scaled) return {};
    Reading reading;
    reading.confidence = 1;
    for (const OcrLine& line : engine.read(*scaled, 300, layout)) {
        for (OcrWord word : line) {
            reading.text += (reading.text.empty() ? "" : " ") + word.text;
            reading.confidence = std::min(reading.confidence, word.confidence);
            word.box = {box.x0 - margin + word.box.x0 / scale, box.y0 - margin + word.box.y0 / scale, box.x0 - margin + word.box.x1 / scale,
                        box.y0 - margin + word.box.y1 / scale};
            reading.words.push_back(std::move(word));
        }
    }
    if (reading.text.empty()) reading.confidence = 0;
    return reading;
}

}  // namespace planlezer
