#include "extractors/map/raster/digit_range.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>
#include <utility>

namespace planlezer {

namespace {

constexpr double most_missing = 0.3;  // of a dash, or of a digit beside it
constexpr double least_beside = 0.1;  // of the digits' height, between a dash and a digit
constexpr double most_beside = 0.75;
constexpr double narrowest_digit = 0.3;  // of its height: so much room there is on either side
constexpr double widest_jump = 0.75;  // by which one number may stand higher than the other

struct Dash {
    int x0 = 0;
    int x1 = 0;
    int y = 0;
    double cost = 0;
};

/// A short level stroke.
InkGlyph drawn_dash(double row, double width) {
    const int wide = std::max(3, static_cast<int>(std::lround(width * row)));
    const int thick = std::max(1, static_cast<int>(std::lround(0.11 * row)));
    InkGlyph glyph{'-', wide + 2, thick + 2, -1, -1, row, 0, {}};
    for (int y = 0; y < glyph.height; ++y) {
        for (int x = 0; x < glyph.width; ++x) {
            const bool inside = x > 0 && y > 0 && x + 1 < glyph.width && y + 1 < glyph.height;
            glyph.dark.push_back(inside ? 190 : 0);
            glyph.ink += glyph.dark.back() / 255.0;
        }
    }
    return glyph;
}

/// How dark it is in a strip, 0-1.
double mean_dark(const Darkness& dark, int x0, int y0, int x1, int y1) {
    double sum = 0;
    for (int y = y0; y < y1; ++y) {
        for (int x = x0; x < x1; ++x) sum += dark.at(x, y);
    }
    return sum / 255.0 / std::max(1, (x1 - x0) * (y1 - y0));
}

/// Nothing over it, under it or at its ends: a border or the top of a "7" goes on. A pale line may run past one end.
bool stands_alone(const InkGlyph& dash, const Darkness& dark, int x, int y) {
    constexpr double clear = 0.3;
    constexpr double passed = 0.7;
    const int wide = dash.width - 2;
    const int thick = dash.height - 2;
    const int off = std::max(1, static_cast<int>(std::lround(0.1 * dash.row)));
    if (mean_dark(dark, x, y - off - 1, x + wide, y - off + 1) >= clear || mean_dark(dark, x, y + thick + off - 1, x + wide, y + thick + off + 1) >= clear) return false;
    const double before = mean_dark(dark, x - off - 1, y, x - off, y + thick);
    const double behind = mean_dark(dark, x + wide + off, y, x + wide + off + 1, y + thick);
    return std::min(before, behind) < clear + 0.1 && std::max(before, behind) < passed;
}

std::vector<Dash> dashes_in(const Darkness& dark, const DigitRoom& room) {
    std::vector<Dash> dashes;
    const int top = room.top0 + static_cast<int>(0.3 * room.row);
    const int bottom = room.top1 + static_cast<int>(0.8 * room.row);
    const int digit = static_cast<int>(narrowest_digit * room.row);
    for (const double width : {0.3, 0.4}) {
        const InkGlyph dash = drawn_dash(room.row, width);
        for (int y = top; y <= bottom; ++y) {
            for (int x = room.x0 + digit; x + dash.width + digit < room.x1; ++x) {
                const GlyphFit fit = fit_of(dash, dark, x, y);
                if (fit.missing < most_missing && stands_alone(dash, dark, x, y)) dashes.push_back({x, x + dash.width - 2, y, fit.cost});
            }
        }
    }
    std::ranges::sort(dashes, {}, [](const Dash& d) { return d.cost; });
    // Of each stroke the best place: a pixel aside it fits nearly as well.
    constexpr std::size_t most_dashes = 12;
    std::vector<Dash> each;
    for (const Dash& dash : dashes) {
        const auto same = [&dash](const Dash& other) { return std::abs(dash.y - other.y) <= 1 && dash.x0 < other.x1 && other.x0 < dash.x1; };
        if (each.size() < most_dashes && std::ranges::none_of(each, same)) each.push_back(dash);
    }
    return each;
}

/// Of numbers with a comma. A percentage is none.
bool is_less(const std::string& least, const std::string& most) {
    const auto value = [](std::string text) {
        std::ranges::replace(text, ',', '.');
        double number = -1;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
        return fault == std::errc{} && end == text.data() + text.size() ? number : -1;
    };
    return value(least) >= 0 && value(least) < value(most);
}

}  // namespace

std::optional<DigitRange> find_digit_range(const SheetGlyphs& glyphs, const Darkness& dark, const DigitRoom& room) {
    std::optional<DigitRange> best;
    for (const Dash& dash : dashes_in(dark, room)) {
        DigitRoom left = room;
        DigitRoom right = room;
        left.x1 = dash.x0;
        right.x0 = dash.x1;
        auto least = glyphs.read(dark, left);
        auto most = least && least->missing < most_missing ? glyphs.read(dark, right) : std::nullopt;
        if (!most || most->missing > most_missing || std::abs(most->box.y0 - least->box.y0) > widest_jump * room.row) continue;
        if (!is_less(least->text, most->text)) continue;
        const auto beside = [&room](double gap) { return gap >= least_beside * room.row - 1 && gap <= most_beside * room.row; };
        if (!beside(dash.x0 - least->box.x1) || !beside(most->box.x0 - dash.x1)) continue;
        if (!best || least->cost + most->cost < best->least.cost + best->most.cost) best = DigitRange{std::move(*least), std::move(*most)};
    }
    return best;
}

}  // namespace planlezer
