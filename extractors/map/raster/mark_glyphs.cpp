#include "extractors/map/raster/mark_glyphs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "extractors/map/plane.hpp"

namespace planlezer {

namespace {

constexpr double sure = 0.9;           // confidence: such marks teach
constexpr double same_height = 0.06;
constexpr double most_resized = 0.55;  // logarithm of how much larger or smaller a mark may have been drawn elsewhere
constexpr int most_samples = 8;        // of one mark
constexpr std::size_t enough = 3;      // fewer, and the mark is also looked for as offices draw it
constexpr double slack = 0.15;         // of the digits' height, by which a mark may stand aside
constexpr double drawn_slack = 0.35;   // when the sheet has not shown where

/// The line of a mark in a box of one by one, its tip down.
Ring line_of(SignMark mark) {
    if (mark == SignMark::triangle) return {{0, 0}, {1, 0}, {0.5, 1}, {0, 0}};
    if (mark == SignMark::caret) return {{0, 1}, {0.5, 0}, {1, 1}};
    Ring arc;
    for (int i = 0; i <= 12; ++i) arc.push_back({i / 12.0, 4 * (i / 12.0 - 0.5) * (i / 12.0 - 0.5)});
    return arc;
}

}  // namespace

InkGlyph drawn_mark(SignMark mark, bool above, double row, double width, double line_width) {
    const double w = width * row;
    const double h = w * (mark == SignMark::triangle ? 0.87 : (mark == SignMark::caret ? 0.5 : 0.22));
    const double pen = std::max(1.0, line_width * row);
    constexpr double gap = 0.1;  // of the height, between a mark and its digits
    constexpr double thin = 2;   // pixels: such a line falls between two, and is half as dark on both
    constexpr double pale = 0.6;
    Ring line = line_of(mark);
    for (Point& p : line) p = {p.x * w + 1 + pen / 2, (above ? p.y : 1 - p.y) * h + 1 + pen / 2};
    InkGlyph glyph{0, static_cast<int>(std::ceil(w + pen)) + 2, static_cast<int>(std::ceil(h + pen)) + 2, 0, 0, row, 0, {}};
    glyph.left = -glyph.width / 2;
    glyph.top = above ? static_cast<int>(std::lround(-gap * row)) - glyph.height : static_cast<int>(std::lround((1 + gap) * row));
    for (int y = 0; y < glyph.height; ++y) {
        for (int x = 0; x < glyph.width; ++x) {
            double away = 1e9;
            for (std::size_t i = 0; i + 1 < line.size(); ++i) away = std::min(away, plane::distance_to_segment({x + 0.5, y + 0.5}, line[i], line[i + 1]));
            const double dark = (pen < thin ? pale : 1) * std::clamp(pen / 2 + 0.5 - away, 0.0, 1.0);
            glyph.dark.push_back(static_cast<std::uint8_t>(255 * dark));
            glyph.ink += dark;
        }
    }
    return glyph;
}

void MarkGlyphs::learn(const Darkness& dark, const NumberMark& mark, const DigitBand& band, int middle, std::size_t sign) {
    if (mark.confidence < sure || mark.mark == SignMark::none || mark.mark == SignMark::line) return;
    const auto known = std::ranges::count_if(samples_, [&](const Sample& s) { return s.mark == mark.mark && s.above == mark.above; });
    if (known >= most_samples) return;
    resized_.clear();
    Sample sample{mark.mark, mark.above, sign, cut_glyph(dark, 0, mark.box, band.top, band.row)};
    sample.glyph.left = mark.box.x0 - 1 - middle;
    samples_.push_back(std::move(sample));
}

FoundMark MarkGlyphs::at(const PixelBox& digits, const Darkness& dark, bool above, std::size_t except) const {
    FoundMark best;
    double next = 0;
    double size = 1;
    bool shown = false;
    for (const SignMark mark : {SignMark::arc, SignMark::triangle, SignMark::caret}) {
        bool learned = false;
        double ink = 1;
        const double cost = cost_of(mark, digits, dark, above, except, learned, ink);
        if (cost >= best.cost) {
            next = std::min(next, cost);
            continue;
        }
        next = best.cost;
        best = {mark, cost, 0};
        size = ink;
        shown = learned;
    }
    if (best.mark != SignMark::none && shown) best.margin = (next - best.cost) / size;
    return best;
}

double MarkGlyphs::cost_of(SignMark mark, const PixelBox& digits, const Darkness& dark, bool above, std::size_t except, bool& learned, double& ink) const {
    std::vector<double> costs;
    for (const Sample& sample : samples_) {
        if (sample.mark != mark || sample.above != above || sample.sign == except) continue;
        if (std::abs(std::log(sample.glyph.row / digits.height())) > most_resized) continue;
        const InkGlyph& glyph = at_height(sample.glyph, digits.height());
        costs.push_back(best_cost(glyph, digits, dark, {-slack, slack}));
        ink = std::max(ink, glyph.ink);
    }
    // One sample may have been taken for what it is not.
    std::ranges::sort(costs);
    const std::size_t count = std::min(enough, costs.size());
    const double shown = count == 0 ? 0 : std::accumulate(costs.begin(), costs.begin() + static_cast<std::ptrdiff_t>(count), 0.0) / static_cast<double>(count);
    learned = true;
    if (count == enough) return shown;
    // The round of a digit is an arc too: only a tip may stand on one.
    const double tip = mark == SignMark::triangle ? 0.2 : 0.0;
    double best = 0;
    double best_ink = 1;
    for (double width = 0.55; width < 1.1; width += 0.05) {
        for (const double pen : {0.065, 0.11}) {
            const InkGlyph& glyph = drawn(mark, above, digits.height(), {width, pen});
            const double cost = best_cost(glyph, digits, dark, above ? Reach{-drawn_slack, tip} : Reach{-tip, drawn_slack});
            if (cost >= best) continue;
            best = cost;
            best_ink = glyph.ink;
        }
    }
    if (best >= shown) return shown;
    learned = false;
    ink = best_ink;
    return best;
}

const InkGlyph& MarkGlyphs::drawn(SignMark mark, bool above, int row, const std::pair<double, double>& size) const {
    const auto [known, fresh] = drawn_.try_emplace({mark, above, row, size.first, size.second});
    if (fresh) known->second = drawn_mark(mark, above, row, size.first, size.second);
    return known->second;
}

const InkGlyph& MarkGlyphs::at_height(const InkGlyph& sample, int row) const {
    if (std::abs(sample.row - row) <= std::max(1.0, same_height * row)) return sample;
    const auto [known, fresh] = resized_.try_emplace({&sample, row});
    if (fresh) known->second = resized(sample, row);
    return known->second;
}

double MarkGlyphs::best_cost(const InkGlyph& glyph, const PixelBox& digits, const Darkness& dark, const Reach& reach) {
    const int aside = std::max(1, static_cast<int>(slack * digits.height()));
    double least = 0;
    for (int dy = static_cast<int>(std::floor(reach.up * digits.height())); dy <= static_cast<int>(std::ceil(reach.down * digits.height())); ++dy) {
        for (int dx = -aside; dx <= aside; ++dx) least = std::min(least, fit_of(glyph, dark, (digits.x0 + digits.x1) / 2 + dx, digits.y0 + dy).cost);
    }
    return least;
}

}  // namespace planlezer
