#include "rules/layout/line_maker.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace planlezer {
namespace {

constexpr double underline_reach = 3.5;   ///< points below the foot of the letters
constexpr double underline_share = 0.7;   ///< of the line's width

bool length_unit(std::string_view text) {
    while (!text.empty() && ((text.front() >= '0' && text.front() <= '9') || text.front() == ',' || text.front() == '.')) text.remove_prefix(1);
    return text == "m" || text == "cm" || text == "dm" || text == "km" || text == "M";
}

/// A small digit above the base line right behind a unit of length.
bool is_power(const FlowWord& unit, const Word& word) {
    if (word.text.empty() || (word.text.front() != '2' && word.text.front() != '3')) return false;
    if (word.text.size() > 1 && std::string_view(".,;:)").find(word.text[1]) == std::string_view::npos) return false;
    if (!length_unit(unit.text)) return false;
    const Box& base = unit.boxes.front();
    const bool small = word.raised || word.box.height() < 0.85 * base.height() || word.box.y1 < base.y1 - 0.15 * base.height();
    return small && word.box.x0 - base.x1 < 0.35 * std::max(base.height(), 4.0);
}

bool has_letters(const Word& word) {
    return std::any_of(word.text.begin(), word.text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool underlined(const Box& box, const TextPage& page) {
    return std::any_of(page.rulings.begin(), page.rulings.end(), [&](const Ruling& ruling) {
        if (std::abs(ruling.y1 - ruling.y0) > 2) return false;
        if (ruling.y0 < box.mid_y() || ruling.y0 > box.y1 + underline_reach) return false;
        const double shared = std::min(ruling.x1, box.x1) - std::max(ruling.x0, box.x0);
        return shared > underline_share * box.width() && std::abs(ruling.x1 - ruling.x0) < 1.3 * box.width();
    });
}

}  // namespace

std::vector<FlowWord> flow_words(const std::vector<std::size_t>& words, const TextPage& page) {
    std::vector<FlowWord> flow;
    for (const std::size_t w : words) {
        const Word& word = page.words[w];
        if (!flow.empty() && is_power(flow.back(), word)) {
            FlowWord& unit = flow.back();
            unit.text += word.text;
            unit.boxes.front() = united(unit.boxes.front(), word.box);
            unit.confidence = std::min(unit.confidence, word.confidence);
            unit.second_reading.clear();
            continue;
        }
        FlowWord made;
        made.text = word.text;
        made.page = page.number;
        made.boxes = {word.box};
        made.confidence = word.confidence;
        made.line_start = flow.empty();
        made.struck = word.struck;
        made.raised = word.raised;
        made.origin = word.origin;
        made.second_reading = word.second_reading;
        flow.push_back(std::move(made));
    }
    return flow;
}

Line make_line(const Segment& segment, const TextPage& page) {
    Line line;
    line.page = page.number;
    line.box = segment.box;
    line.words = flow_words(segment.words, page);
    std::vector<double> sizes;
    bool bold = true;
    bool italic = true;
    bool letters = false;
    for (const std::size_t w : segment.words) {
        const Word& word = page.words[w];
        if (word.font_size > 0 && !word.raised) sizes.push_back(word.font_size);
        if (!has_letters(word)) continue;
        letters = true;
        bold = bold && word.bold;
        italic = italic && word.italic;
    }
    line.bold = letters && bold;
    line.italic = letters && italic;
    if (!sizes.empty()) {
        const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
        std::nth_element(sizes.begin(), middle, sizes.end());
        line.font_size = *middle;
    }
    line.underlined = underlined(line.box, page);
    return line;
}

}  // namespace planlezer
