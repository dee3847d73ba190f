#include "rules/layout/footnotes.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace planlezer {
namespace {

constexpr double lower_part = 0.5;        ///< of the page: footnotes stand below it
constexpr double smaller = 0.93;          ///< times the size of the body
constexpr double rule_reach = 16;         ///< points from a short rule to the note below it
constexpr double shortest_rule = 0.08;    ///< of the page's width
constexpr double longest_rule = 0.5;

double body_size(std::span<const PlacedLine> lines) {
    std::map<long, std::size_t> words;
    for (const PlacedLine& placed : lines) {
        if (placed.line.font_size > 0) words[std::lround(placed.line.font_size * 4)] += placed.line.words.size();
    }
    const auto most = std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == words.end() ? 0 : static_cast<double>(most->first) / 4;
}

/// "1 Zie ...", "* Zie ...", "1) ...": a mark, then text.
bool starts_with_mark(const Line& line) {
    const FlowWord& first = line.words.front();
    const std::string& text = first.text;
    if (text.front() == '*') return text.size() <= 2 && line.words.size() > 1;
    if (text.front() < '1' || text.front() > '9') return false;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits > 2) return false;
    if (digits == text.size()) return line.words.size() > 1;
    return text[digits] == ')' || first.raised || (text[digits] >= 'A' && text[digits] <= 'Z');
}

bool below_short_rule(const TextPage& page, const Box& box) {
    return std::any_of(page.rulings.begin(), page.rulings.end(), [&](const Ruling& ruling) {
        const double length = std::abs(ruling.x1 - ruling.x0);
        if (std::abs(ruling.y1 - ruling.y0) > 2 || length < shortest_rule * page.width || length > longest_rule * page.width) return false;
        return ruling.y0 <= box.y0 + 2 && ruling.y0 > box.y0 - rule_reach && std::min(ruling.x0, ruling.x1) < box.x0 + 20;
    });
}

}  // namespace

std::string note_mark(const Line& line) {
    const FlowWord& first = line.words.front();
    for (const std::string_view sign : {"¹", "²", "³", "⁴", "⁵"}) {
        if (first.text == sign) return first.text;
    }
    if (first.text.find_first_not_of('*') == std::string::npos && first.text.size() <= 3) return first.text;
    const bool digit = first.text.front() >= '1' && first.text.front() <= '9';
    if (digit && first.text.size() == 2 && first.text.back() == ')') return first.text;
    if (digit && first.text.size() == 1 && first.raised) return first.text;
    return {};
}

void mark_footnotes(const TextPage& page, std::span<PlacedLine> lines) {
    const double body = body_size(lines);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const Line& line = lines[i].line;
        if (line.box.y0 < lower_part * page.height || line.table || !starts_with_mark(line)) continue;
        const bool ruled = below_short_rule(page, line.box);
        const bool all_small = body > 0 && std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end(), [&](const PlacedLine& other) {
            return other.line.font_size > 0 && other.line.font_size < smaller * body;
        });
        if (!ruled && !all_small) continue;
        for (std::size_t j = i; j < lines.size(); ++j) {
            if (!lines[j].line.table && lines[j].line.box.y0 >= line.box.y0 - 2) lines[j].line.footnote = true;
        }
        return;
    }
}

}  // namespace planlezer
