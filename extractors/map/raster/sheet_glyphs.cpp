#include "extractors/map/raster/sheet_glyphs.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "extractors/map/raster/digit_forms.hpp"

namespace planlezer {

namespace {

constexpr double same_height = 0.06;     // share by which heights of one size of writing differ
constexpr double most_resized = 1.75;    // times larger or smaller
constexpr std::size_t most_samples = 5;  // of one character at one height
constexpr int most_compared = 30;        // digits, to see how thick the sheet's are
constexpr double coarse = 16;            // pixels: of smaller digits it matters how they fell on the grid
constexpr std::string_view characters = "0123456789,%";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A digit that the sheet shows nowhere clearly, in the hand that is most like the sheet's.
InkGlyph drawn(char name, std::size_t hand) {
    const DigitDrawing drawing = digit_drawing(hand, name);
    constexpr int scale = 3;  // pixels a cell
    InkGlyph glyph{name, 0, LetterForm::rows * scale + 2, -1, -1, LetterForm::rows * scale, 0, {}};
    const int width = std::max(1, static_cast<int>(std::lround(drawing.aspect * glyph.row)));
    glyph.width = width + 2;
    for (int y = -1; y <= LetterForm::rows * scale; ++y) {
        for (int x = -1; x <= width; ++x) {
            const bool inside = x >= 0 && x < width && y >= 0 && y < LetterForm::rows * scale;
            const std::size_t cell = inside ? static_cast<std::size_t>(y / scale * LetterForm::columns + x * LetterForm::columns / width) : 0;
            glyph.dark.push_back(static_cast<std::uint8_t>(inside ? 255 * drawing.ink[cell] : 0));
        }
    }
    return glyph;
}

InkGlyph drawn_comma(double row) {
    const auto size = [row](double share) { return std::max(1, static_cast<int>(std::lround(share * row))); };
    InkGlyph glyph{',', size(0.14) + 2, size(0.27) + 2, -1, size(0.87) - 1, row, 0, {}};
    for (int y = 0; y < glyph.height; ++y) {
        for (int x = 0; x < glyph.width; ++x) {
            const bool inside = x > 0 && y > 0 && x + 1 < glyph.width && y + 1 < glyph.height;
            glyph.dark.push_back(inside ? 200 : 0);
            glyph.ink += glyph.dark.back() / 255.0;
        }
    }
    return glyph;
}

}  // namespace

std::optional<DigitBand> band_of(const LetterLine& line, const std::string& text) {
    if (text.size() != line.letters.size()) return std::nullopt;
    std::vector<int> tops;
    std::vector<int> heights;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (characters.find(text[i]) == std::string_view::npos) return std::nullopt;
        if (!is_digit(text[i])) continue;
        tops.push_back(line.letters[i].y0);
        heights.push_back(line.letters[i].height());
    }
    if (tops.empty()) return std::nullopt;
    std::ranges::sort(tops);
    std::ranges::sort(heights);
    if (heights.back() > 1.15 * heights.front() + 1 || tops.back() - tops.front() > 1 + heights.back() / 8) return std::nullopt;
    return DigitBand{tops[tops.size() / 2], static_cast<double>(heights[heights.size() / 2])};
}

void SheetGlyphs::learn(const SheetRaster& raster, const LetterLine& line, const std::string& text) {
    const auto band = band_of(line, text);
    if (!band) return;
    made_.clear();
    const int room = 2 + static_cast<int>(band->row / 2);
    const Darkness dark(raster, {line.box.x0 - room, line.box.y0 - room, line.box.x1 + room, line.box.y1 + room}, static_cast<int>(band->row / 4));
    for (std::size_t i = 0; i < text.size(); ++i) {
        // What stands much lower or higher beside it is in the box of neither.
        samples_.push_back(cut_glyph(dark, text[i], line.letters[i], band->top, band->row));
        if (is_digit(text[i])) forms_.emplace_back(text[i], line.forms[i]);
    }
}

void SheetGlyphs::learn(const Darkness& dark, const DigitRow& row) {
    made_.clear();
    for (std::size_t i = 0; i < row.text.size(); ++i) samples_.push_back(cut_glyph(dark, row.text[i], row.letters[i], row.box.y0, row.box.height()));
}

std::vector<double> SheetGlyphs::heights() const {
    std::vector<double> all;
    for (const InkGlyph& sample : samples_) all.push_back(sample.row);
    return each_once(all);
}

std::vector<double> each_once(const std::vector<double>& heights) {
    std::map<double, int> counts;
    for (const double row : heights) ++counts[row];
    std::vector<std::pair<int, double>> order;
    for (const auto& [row, count] : counts) order.emplace_back(-count, row);
    std::ranges::sort(order);
    std::vector<double> once;
    for (const auto& [count, row] : order) {
        const bool known = std::ranges::any_of(once, [row = row](double other) { return std::abs(row - other) <= std::max(1.0, same_height * other); });
        if (!known) once.push_back(row);
    }
    return once;
}

/// As thick and as dark as the digits that the sheet does show.
InkGlyph SheetGlyphs::drawn_like(char name, double row) const {
    const std::size_t hand = nearest_hand(forms_);
    double seen = 0;
    double expected = 0;
    int count = 0;
    for (const InkGlyph& sample : samples_) {
        if (!is_digit(sample.name) || std::abs(sample.row - row) > 0.3 * row) continue;
        if (++count > most_compared) break;
        seen += sample.ink;
        expected += resized(drawn(sample.name, hand), sample.row).ink;
    }
    InkGlyph glyph = resized(drawn(name, hand), row);
    const double gain = expected > 0 ? std::min(1.0, seen / expected) : 1.0;
    glyph.ink = 0;
    for (std::uint8_t& value : glyph.dark) {
        value = static_cast<std::uint8_t>(gain * value);
        glyph.ink += value / 255.0;
    }
    return glyph;
}

const std::vector<InkGlyph>& SheetGlyphs::at_height(double row) const {
    const auto [known, fresh] = made_.try_emplace(row);
    if (fresh) known->second = make_glyphs(row);
    return known->second;
}

std::vector<InkGlyph> SheetGlyphs::make_glyphs(double row) const {
    std::vector<InkGlyph> glyphs;
    for (const char name : characters) {
        std::vector<const InkGlyph*> own;
        const InkGlyph* nearest = nullptr;
        const auto apart = [row](const InkGlyph& g) { return std::abs(std::log(g.row / row)); };
        for (const InkGlyph& sample : samples_) {
            if (sample.name != name) continue;
            if (std::abs(sample.row - row) <= std::max(1.0, same_height * row) && own.size() < most_samples) own.push_back(&sample);
            if (nearest == nullptr || apart(sample) < apart(*nearest)) nearest = &sample;
        }
        const bool near = nearest != nullptr && apart(*nearest) <= std::log(most_resized);
        if (!near && (name == '%' || forms_.empty())) continue;
        const std::size_t first = glyphs.size();
        for (const InkGlyph* sample : own) glyphs.push_back(*sample);
        if (own.empty() && near) glyphs.push_back(resized(*nearest, row));
        if (own.empty() && is_digit(name)) glyphs.push_back(drawn_like(name, row));
        if (!near && name == ',') glyphs.push_back(drawn_comma(row));
        const std::size_t count = glyphs.size();
        for (std::size_t i = first; row < coarse && i < count; ++i) {
            for (const auto& [right, down] : {std::pair(true, false), std::pair(false, true), std::pair(true, true)}) {
                const InkGlyph moved = shifted(glyphs[i], right, down);
                glyphs.push_back(moved);
            }
        }
    }
    return glyphs;
}

std::optional<DigitRow> SheetGlyphs::read(const Darkness& dark, const DigitRoom& room) const {
    return find_digit_row(dark, room, at_height(room.row));
}

}  // namespace planlezer
