#include "extractors/map/raster/upright_numbers.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extractors/map/pieces.hpp"
#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double least_digit = 0.9;    // millimetres, the height of a digit: across the row
constexpr double largest_digit = 5;
constexpr double thinnest = 0.15;      // of its height
constexpr double widest = 1.1;
constexpr double same_side = 0.25;     // of the height, by which digits may stand out of their row
constexpr double widest_gap = 0.7;     // of the height
constexpr double clear = 0.4;          // of the height, beside the row
constexpr std::size_t least_digits = 5;
constexpr std::size_t most_signs = 9;  // "Y=430.000"
constexpr std::size_t most_rows = 200; // that are read
constexpr double sure = 0.6;
constexpr int margin = 6;              // pixels
constexpr double read_at = 32;         // pixels, the height of a digit

using Row = std::vector<std::size_t>;

class UprightNumbers {
  public:
    UprightNumbers(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, OcrEngine& engine) : raster_(raster), ink_(ink), used_(used), engine_(engine) {
        const double least = raster.pixels(least_digit);
        const double most = raster.pixels(largest_digit);
        for (std::size_t i = 0; i < ink.list.size(); ++i) {
            const PixelBox& b = ink.list[i].box;
            if (used[i] || std::max(b.width(), b.height()) > most) continue;
            index_.add(i, float_box(b));
            if (b.width() >= least && b.height() >= thinnest * b.width() && b.height() <= widest * b.width()) digits_.push_back(i);
        }
        std::ranges::sort(digits_, {}, [&ink](std::size_t i) { return ink.list[i].box.y0; });
    }

    std::vector<TextRun> find() {
        std::vector<bool> taken(ink_.list.size(), false);
        std::vector<TextRun> found;
        std::size_t read = 0;
        for (const std::size_t first : digits_) {
            if (taken[first]) continue;
            const Row row = row_from(first);
            for (const std::size_t i : row) taken[i] = true;
            if (row.size() < least_digits || row.size() > most_signs || !stands_clear(row) || ++read > most_rows) continue;
            auto run = number_in(row);
            if (!run) continue;
            for (const std::size_t i : row) used_[i] = true;
            found.push_back(std::move(*run));
        }
        return found;
    }

  private:
    [[nodiscard]] Row row_from(std::size_t first) const {
        Row row{first};
        for (bool more = true; more;) {
            more = false;
            const PixelBox& last = ink_.list[row.back()].box;
            const double size = ink_.list[first].box.width();
            const Box below{static_cast<double>(last.x0), last.y1 - 1.0, static_cast<double>(last.x1), last.y1 + widest_gap * size};
            for (const std::size_t i : index_.meeting(below)) {
                const PixelBox& b = ink_.list[i].box;
                const bool level = std::abs(b.x0 - last.x0) <= same_side * size && std::abs(b.x1 - last.x1) <= same_side * size;
                const bool digit = b.height() >= thinnest * b.width() && b.height() <= widest * b.width();
                if (!level || !digit || b.y0 < last.y1 - 1) continue;
                row.push_back(i);
                more = true;
                break;
            }
        }
        return row;
    }

    /// Letters of level lines below one another have others beside them.
    [[nodiscard]] bool stands_clear(const Row& row) const {
        std::size_t beside = 0;
        for (const std::size_t i : row) {
            const PixelBox& b = ink_.list[i].box;
            const double reach = clear * b.width();
            const auto near = index_.meeting({b.x0 - reach, b.y0 + 1.0, b.x1 + reach, b.y1 - 1.0});
            if (std::ranges::any_of(near, [&](std::size_t other) { return std::ranges::find(row, other) == row.end(); })) ++beside;
        }
        return beside <= 1;
    }

    [[nodiscard]] std::optional<TextRun> number_in(const Row& row) {
        PixelBox box = ink_.list[row.front()].box;
        for (const std::size_t i : row) {
            const PixelBox& b = ink_.list[i].box;
            box = {std::min(box.x0, b.x0), std::min(box.y0, b.y0), std::max(box.x1, b.x1), std::max(box.y1, b.y1)};
        }
        for (const bool upward : {true, false}) {
            const OcrWord word = read_turned(box, upward);
            if (word.confidence < sure) continue;
            TextRun run;
            run.text = word.text;
            run.box = {box.x0 * raster_.x_points, box.y0 * raster_.y_points, box.x1 * raster_.x_points, box.y1 * raster_.y_points};
            run.size = box.width() * raster_.x_points;
            run.angle = upward ? 90 : -90;
            run.confidence = word.confidence;
            Word whole;
            whole.text = run.text;
            whole.box = run.box;
            whole.confidence = run.confidence;
            whole.origin = TextOrigin::ocr;
            run.words.push_back(std::move(whole));
            return run;
        }
        return std::nullopt;
    }

    /// Its digits; of no confidence when it is no number.
    [[nodiscard]] OcrWord read_turned(const PixelBox& box, bool upward) {
        OcrWord number;
        const int x = std::max(0, box.x0 - margin);
        const int y = std::max(0, box.y0 - margin);
        const BoxHandle region(boxCreate(x, y, std::min(raster_.width, box.x1 + margin) - x, std::min(raster_.height, box.y1 + margin) - y));
        const PixHandle part(pixClipRectangle(raster_.grey.get(), region.get(), nullptr));
        if (!part) throw std::bad_alloc();
        const PixHandle turned(pixRotate90(part.get(), upward ? 1 : -1));
        const auto scale = static_cast<float>(std::clamp(read_at / box.width(), 0.5, 6.0));
        const PixHandle scaled(turned ? pixScale(turned.get(), scale, scale) : nullptr);
        if (!scaled) throw std::bad_alloc();
        number.confidence = 1;
        for (const OcrLine& line : engine_.read(*scaled, 300, OcrEngine::Layout::one_line)) {
            for (const OcrWord& word : line) {
                for (const char c : word.text) {
                    if (c >= '0' && c <= '9') number.text += c;
                    else if (std::string_view(".=:xXyY").find(c) == std::string_view::npos) number.confidence = 0;
                }
                number.confidence = std::min(number.confidence, word.confidence);
            }
        }
        if (number.text.size() < least_digits || number.text.size() > least_digits + 1) number.confidence = 0;
        return number;
    }

    const SheetRaster& raster_;
    const Components& ink_;
    std::vector<bool>& used_;
    OcrEngine& engine_;
    BoxIndex index_{40};
    std::vector<std::size_t> digits_;
};

}  // namespace

std::vector<TextRun> upright_numbers(const SheetRaster& raster, const Components& ink, std::vector<bool>& used, OcrEngine& engine) {
    return UprightNumbers(raster, ink, used, engine).find();
}

}  // namespace planlezer
