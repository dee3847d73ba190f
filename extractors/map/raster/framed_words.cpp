#include "extractors/map/raster/framed_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

#include "extractors/map/plane.hpp"
#include "extractors/map/raster/ink_lookup.hpp"

namespace planlezer {

namespace {

constexpr double most_aside = 6;     // heights of the letters, from the words to the frame beside them
constexpr double most_above = 4.5;   // the same above or below, over other lines
constexpr double drawn_along = 0.6;  // share of the frame that is drawn along the words
constexpr double drawn_side = 0.55;  // of each whole side
constexpr double drawn_mean = 0.8;   // of all four
constexpr double widest = 34;        // millimetres
constexpr double highest = 18;
constexpr std::size_t longest = 24;  // characters

class FrameFinder {
  public:
    explicit FrameFinder(const SheetRaster& raster) : raster_(raster) {}

    /// The frame around a line of words, in pixels. \param words in pixels
    [[nodiscard]] std::optional<Box> around(const Box& words) const {
        const double height = words.height();
        const auto left = first(words.x0 - 2, -1, most_aside * height, [&](double x) { return upright(x, words.y0, words.y1); });
        const auto right = left ? first(words.x1 + 1, 1, most_aside * height, [&](double x) { return upright(x, words.y0, words.y1); }) : std::nullopt;
        const auto top = right ? first(words.y0 - 2, -1, most_above * height, [&](double y) { return level(y, words.x0, words.x1); }) : std::nullopt;
        const auto bottom = top ? first(words.y1 + 1, 1, most_above * height, [&](double y) { return level(y, words.x0, words.x1); }) : std::nullopt;
        if (!bottom) return std::nullopt;
        const Box frame{*left, *top, *right, *bottom};
        if (frame.width() > raster_.pixels(widest) || frame.height() > raster_.pixels(highest)) return std::nullopt;
        const double sides[] = {level(*top, *left, *right), level(*bottom, *left, *right), upright(*left, *top, *bottom), upright(*right, *top, *bottom)};
        const bool each = std::ranges::all_of(sides, [](double share) { return share >= drawn_side; });
        return each && sides[0] + sides[1] + sides[2] + sides[3] >= 4 * drawn_mean ? std::optional(frame) : std::nullopt;
    }

  private:
    /// The first place along which most is drawn, going outward.
    template <typename Share>
    static std::optional<double> first(double from, int step, double furthest, const Share& share) {
        for (double off = 0; off <= furthest; off += 1) {
            if (share(from + step * off) >= drawn_along) return from + step * off;
        }
        return std::nullopt;
    }

    /// A sheet that lies askew leans a pixel or two along a side.
    [[nodiscard]] double level(double y, double x0, double x1) const {
        int set = 0;
        for (double x = x0; x < x1; x += 1) set += is_ink(raster_, x, y - 1) || is_ink(raster_, x, y) || is_ink(raster_, x, y + 1) ? 1 : 0;
        return set / std::max(1.0, std::ceil(x1 - x0));
    }
    [[nodiscard]] double upright(double x, double y0, double y1) const {
        int set = 0;
        for (double y = y0; y < y1; y += 1) set += is_ink(raster_, x - 1, y) || is_ink(raster_, x, y) || is_ink(raster_, x + 1, y) ? 1 : 0;
        return set / std::max(1.0, std::ceil(y1 - y0));
    }

    const SheetRaster& raster_;
};

/// "g=4", "40%", "4/8": a number by itself or after letters is that of a house, or the code of a field of the legend.
bool may_be_label(const TextRun& run) {
    const bool counted = std::ranges::any_of(run.text, [](char c) { return c >= '0' && c <= '9'; });
    return counted && run.text.find_first_of("=%/") != std::string::npos && run.text.size() <= longest && plane::turn_between(run.angle, 0) < 2;
}

/// "IV": Roman numerals by themselves.
bool is_roman(const TextRun& run) { return !run.text.empty() && run.text.find_first_not_of("IVX") == std::string::npos && plane::turn_between(run.angle, 0) < 2; }

/// A frame drawn for one numeral, not a swatch with a code in it.
bool is_tight(const Box& frame, const Box& words) { return frame.width() < 2 * frame.height() && frame.height() < 3.2 * words.height(); }

/// The lines of words within a frame, top down.
std::vector<std::size_t> lines_in(const Box& frame, const std::vector<TextRun>& runs) {
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (plane::holds(frame, plane::middle(runs[i].box))) lines.push_back(i);
    }
    std::ranges::sort(lines, {}, [&runs](std::size_t i) { return runs[i].box.y0; });
    return lines;
}

/// The frames of numerals of more than one letter.
template <typename FrameOf>
std::vector<Box> numeral_frames(const std::vector<TextRun>& runs, const FrameOf& frame_of) {
    std::vector<Box> frames;
    for (const TextRun& run : runs) {
        if (!is_roman(run) || run.text.size() < 2) continue;
        if (const auto frame = frame_of(run); frame && is_tight(*frame, run.box)) frames.push_back(*frame);
    }
    return frames;
}

/// A lone "V" may be a code: only in a frame as large as those of longer numerals it is one.
bool is_numeral_frame(const Box& frame, const TextRun& run, const std::vector<Box>& numerals) {
    constexpr double as_large = 0.06;  // share
    if (!is_tight(frame, run.box)) return false;
    return run.text.size() > 1 || std::ranges::any_of(numerals, [&frame](const Box& other) {
        return std::abs(other.width() - frame.width()) < as_large * frame.width() && std::abs(other.height() - frame.height()) < as_large * frame.height();
    });
}

}  // namespace

std::vector<MapSign> framed_words(const SheetRaster& raster, std::vector<TextRun>& runs, const std::vector<MapSign>& signs) {
    const FrameFinder finder(raster);
    std::vector<MapSign> found;
    std::vector<bool> taken(runs.size(), false);
    const auto meets_any = [](const Box& box, const std::vector<MapSign>& others) {
        return std::ranges::any_of(others, [&box](const MapSign& sign) { return plane::meet(sign.box, box); });
    };
    const auto frame_of = [&](const TextRun& run) {
        const Box& b = run.box;
        auto frame = finder.around({b.x0 / raster.x_points, b.y0 / raster.y_points, b.x1 / raster.x_points, b.y1 / raster.y_points});
        if (frame) frame = Box{frame->x0 * raster.x_points, frame->y0 * raster.y_points, frame->x1 * raster.x_points, frame->y1 * raster.y_points};
        return frame;
    };
    const std::vector<Box> numerals = numeral_frames(runs, frame_of);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (taken[i] || !(may_be_label(runs[i]) || is_roman(runs[i]))) continue;
        const auto frame = frame_of(runs[i]);
        if (!frame || (is_roman(runs[i]) && !is_numeral_frame(*frame, runs[i], numerals))) continue;
        MapSign sign;
        sign.shape = SignShape::box;
        sign.box = *frame;
        if (meets_any(sign.box, signs) || meets_any(sign.box, found)) continue;
        for (const std::size_t line : lines_in(sign.box, runs)) {
            SignCell cell;
            cell.row = static_cast<int>(sign.cells.size());
            cell.box = runs[line].box;
            cell.text = runs[line].text;
            cell.second_reading = runs[line].second_reading;
            cell.confidence = runs[line].confidence;
            sign.cells.push_back(std::move(cell));
            taken[line] = true;
        }
        found.push_back(std::move(sign));
    }
    std::size_t at = 0;
    std::erase_if(runs, [&](const TextRun&) { return taken[at++]; });
    return found;
}

}  // namespace planlezer
