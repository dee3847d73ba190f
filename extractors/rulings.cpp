#include "extractors/rulings.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace planlezer {

namespace {

constexpr double degree_slope = 0.01746;
constexpr double join_distance = 1.0;  // points

/// A line along one axis: `along` from a to b at the height `across`.
struct Span {
    double across = 0;
    double a = 0;
    double b = 0;
};

/// Joins spans of nearly the same height that touch. Sorted by height first, so each only meets its neighbours.
std::vector<Span> joined(std::vector<Span> spans) {
    std::ranges::sort(spans, {}, [](const Span& s) { return std::tuple(s.across, s.a, s.b); });
    std::vector<Span> done;
    std::size_t first_near = 0;
    std::vector<Span> row;
    const auto close_row = [&] {
        std::ranges::sort(row, {}, [](const Span& s) { return std::tuple(s.a, s.b, s.across); });
        for (const Span& span : row) {
            if (done.size() > first_near && span.a <= done.back().b + join_distance) {
                done.back().b = std::max(done.back().b, span.b);
            } else {
                done.push_back(span);
            }
        }
        first_near = done.size();
        row.clear();
    };
    for (const Span& span : spans) {
        if (!row.empty() && span.across - row.front().across > join_distance) close_row();
        row.push_back(span);
    }
    close_row();
    return done;
}

bool strikes(const Ruling& line, const Word& word) {
    // The middle of the letters lies at about half of the box from ascender to descender; an underline at its foot.
    constexpr double highest = 0.35;
    constexpr double lowest = 0.70;
    constexpr double least_cover = 0.8;
    const double height = word.box.height();
    if (line.y0 < word.box.y0 + highest * height || line.y0 > word.box.y0 + lowest * height) return false;
    const double cover = std::min(line.x1, word.box.x1) - std::max(line.x0, word.box.x0);
    return cover >= least_cover * word.box.width();
}

}  // namespace

bool is_horizontal(const Ruling& line) {
    return std::abs(line.y1 - line.y0) <= degree_slope * std::abs(line.x1 - line.x0);
}

bool is_vertical(const Ruling& line) { return std::abs(line.x1 - line.x0) <= degree_slope * std::abs(line.y1 - line.y0); }

std::vector<Ruling> merged(const std::vector<Ruling>& lines) {
    std::vector<Span> horizontal;
    std::vector<Span> vertical;
    for (const Ruling& line : lines) {
        if (line.x0 == line.x1 && line.y0 == line.y1) continue;
        if (is_horizontal(line)) {
            horizontal.push_back({(line.y0 + line.y1) / 2, std::min(line.x0, line.x1), std::max(line.x0, line.x1)});
        } else if (is_vertical(line)) {
            vertical.push_back({(line.x0 + line.x1) / 2, std::min(line.y0, line.y1), std::max(line.y0, line.y1)});
        }
    }
    std::vector<Ruling> result;
    for (const Span& s : joined(std::move(horizontal))) result.push_back({s.a, s.across, s.b, s.across});
    for (const Span& s : joined(std::move(vertical))) result.push_back({s.across, s.a, s.across, s.b});
    return result;
}

void mark_struck(std::vector<Word>& words, const std::vector<Ruling>& merged_lines) {
    for (Word& word : words) {
        const bool one_dash = word.text == "-" || word.text == "–" || word.text == "—" || word.text == "_";
        if (one_dash || word.box.width() <= 0) continue;
        word.struck = std::ranges::any_of(merged_lines, [&](const Ruling& line) { return line.y0 == line.y1 && strikes(line, word); });
    }
}

void mark_raised(std::vector<Word>& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const Word& before = words[i - 1];
        Word& word = words[i];
        const double height = before.box.height();
        const double gap = word.box.x0 - before.box.x1;
        const bool follows = gap > -0.3 * height && gap < 0.4 * height;
        const bool smaller = word.box.height() < 0.85 * height;
        // Its foot clearly above the foot of the other, its middle not below the other's.
        const bool higher = word.box.y1 < before.box.y1 - 0.12 * height && word.box.mid_y() < before.box.mid_y() && word.box.y1 > before.box.y0;
        word.raised = follows && smaller && higher && !before.raised;
    }
}

}  // namespace planlezer
