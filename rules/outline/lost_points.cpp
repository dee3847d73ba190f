// Numbers of lids whose points OCR lost ("423 Carports"): told from the numbers around them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "rules/outline/builder.hpp"
#include "rules/outline/line_shape.hpp"

namespace planlezer {
namespace {

constexpr std::size_t most_digits = 6;
constexpr int farthest_sibling = 3;  ///< lids between a number and the one that vouches for it

/// All ways to put points into the digits, those that are there included; parts of one or two digits.
void split(std::string_view digits, const std::vector<bool>& point_before, std::size_t at, std::vector<int>& path, std::vector<std::vector<int>>& paths) {
    if (at == digits.size()) {
        if (path.size() >= 2 && path.size() <= 4) paths.push_back(path);
        return;
    }
    for (std::size_t length = 1; length <= 2 && at + length <= digits.size(); ++length) {
        if (digits[at] == '0') return;
        if (length == 2 && point_before[at + 1]) return;
        path.push_back(length == 1 ? digits[at] - '0' : (digits[at] - '0') * 10 + (digits[at + 1] - '0'));
        split(digits, point_before, at + length, path, paths);
        path.pop_back();
    }
}

/// Lids of one part, not far from each other.
bool near(const std::vector<int>& a, const std::vector<int>& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end() - 1, b.begin()) && std::abs(a.back() - b.back()) <= farthest_sibling;
}

bool year(std::string_view digits) { return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")); }

}  // namespace

void OutlineBuilder::learn_numbers() {
    for (const Line& line : lines_) {
        for (const FlowWord& word : line.words) {
            if (word.text.size() > 16 || word.text.find('.') == std::string::npos) continue;
            Line probe;
            probe.words.push_back(word);
            const auto label = read_label(probe);
            if (label && label->readings.front().style == LabelStyle::dotted && label->glued == 0) numbers_.insert(label->readings.front().path);
        }
    }
}

std::optional<Label> OutlineBuilder::pointless_number(std::size_t i) const {
    const Line& line = lines_[i];
    if (!line.starts_paragraph || line.words.size() < 2) return std::nullopt;
    std::string digits;
    std::vector<bool> point_before;
    for (const char c : line.words.front().text) {
        if (c >= '0' && c <= '9') {
            digits += c;
            point_before.resize(digits.size(), false);
        } else if (c == '.' && !digits.empty()) {
            point_before.resize(digits.size() + 1, false);
            point_before[digits.size()] = true;
        } else {
            return std::nullopt;
        }
    }
    point_before.resize(digits.size() + 1, false);
    if (digits.size() < 3 || digits.size() > most_digits || year(digits)) return std::nullopt;
    const std::vector<FlowWord> words = unit(i, 1, 0);
    if (!heading_shaped(words) || !starts_upper(words) || is_unit(words.front().text)) return std::nullopt;
    std::vector<std::vector<int>> paths;
    std::vector<int> path;
    split(digits, point_before, 0, path, paths);
    const auto literal = labels_[i] ? labels_[i]->readings.front().path : std::vector<int>{};
    std::vector<const std::vector<int>*> next;
    std::vector<const std::vector<int>*> known;
    for (const std::vector<int>& candidate : paths) {
        if (is_next(candidate)) next.push_back(&candidate);
        const bool vouched = std::any_of(numbers_.begin(), numbers_.end(), [&](const std::vector<int>& other) {
            if (other == literal || other == candidate) return false;
            if (near(candidate, other)) return true;
            // The first lid below a part whose neighbour is known: 12.2.1 where 12.1 stands.
            return candidate.back() == 1 && near(std::vector<int>(candidate.begin(), candidate.end() - 1), other);
        });
        if (vouched && candidate.size() >= 3) known.push_back(&candidate);
    }
    const std::vector<const std::vector<int>*>& chosen = !next.empty() ? next : known;
    if (chosen.size() != 1 || *chosen.front() == literal) return std::nullopt;
    Label label;
    LabelReading reading{LabelStyle::dotted, chosen.front()->back(), *chosen.front(), {}, true};
    for (const int part : reading.path) {
        if (!reading.text.empty()) reading.text += '.';
        reading.text += std::to_string(part);
    }
    label.readings.push_back(std::move(reading));
    return label;
}

/// Whether the number follows on one that is open: its next, or its first below.
bool OutlineBuilder::is_next(const std::vector<int>& path) const {
    const std::vector<int> above(path.begin(), path.end() - 1);
    const auto follows = [&](std::size_t node) {
        if (node == no_parent || path_of(node) != above) return false;
        const auto last = last_child_.find(node);
        return path.back() == (last == last_child_.end() ? 0 : last->second) + 1;
    };
    return follows(artikel_) || std::any_of(dotted_.begin(), dotted_.end(), follows) ||
           (last_loose_.size() == path.size() && std::equal(path.begin(), path.end() - 1, last_loose_.begin()) && path.back() == last_loose_.back() + 1);
}

}  // namespace planlezer
