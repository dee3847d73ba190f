#include "rules/layout/hyphens.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

#include "schemas/rulebook/sections.hpp"

namespace planlezer {
namespace {

constexpr std::array<std::string_view, 4> hyphens{"-", "\xC2\xAD", "\xE2\x80\x90", "\xC2\xAC"};

/// Bytes of the hyphen at the end of a word that has letters before it; 0 when there is none.
std::size_t hyphen_bytes(std::string_view word) {
    for (const std::string_view hyphen : hyphens) {
        if (!word.ends_with(hyphen) || word.size() < hyphen.size() + 2) continue;
        const char before = word[word.size() - hyphen.size() - 1];
        const bool letter = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') || static_cast<unsigned char>(before) >= 0x80;
        if (letter || (before >= '0' && before <= '9')) return hyphen.size();
    }
    return 0;
}

bool lower_start(std::string_view word) {
    if (word.empty()) return false;
    if (word.front() >= 'a' && word.front() <= 'z') return true;
    return word.size() > 1 && static_cast<unsigned char>(word[0]) == 0xC3 && static_cast<unsigned char>(word[1]) >= 0xA0;
}

/// Words that stand between the parts of "aan- en uitbouwen", "in- of uitrit".
bool conjunction(std::string_view word) {
    const std::string plain = folded(word);
    return plain == "en" || plain == "of" || plain == "en/of" || plain == "dan" || plain == "respectievelijk" || plain == "alsmede" || plain == "tot" ||
           plain == "als" || plain == "c.q" || plain == "of/en" || plain == "e/o";
}

bool keeps_hyphen(std::string_view first) {
    static constexpr std::array<std::string_view, 10> prefixes{"niet", "non", "anti", "wro", "svbp", "imro", "tv", "cd", "gsm", "aan-huis"};
    return std::find(prefixes.begin(), prefixes.end(), folded(first)) != prefixes.end();
}

/// All words that stand whole in the lines, folded.
std::unordered_set<std::string> vocabulary(const std::vector<Line>& lines) {
    std::unordered_set<std::string> words;
    for (const Line& line : lines) {
        for (std::size_t w = 0; w < line.words.size(); ++w) {
            const bool edge = w == 0 || w + 1 == line.words.size();
            if (!edge || hyphen_bytes(line.words[w].text) == 0) words.insert(folded(line.words[w].text));
        }
    }
    return words;
}

void join(FlowWord& first, const FlowWord& second, bool keep, std::size_t bytes) {
    first.text.resize(first.text.size() - bytes);
    if (keep) first.text += '-';
    first.text += second.text;
    if (!second.second_reading.empty() || !first.second_reading.empty()) {
        std::string other = first.second_reading.empty() ? first.text.substr(0, first.text.size() - second.text.size()) : first.second_reading;
        if (!first.second_reading.empty() && hyphen_bytes(other) > 0) other.resize(other.size() - hyphen_bytes(other));
        other += second.second_reading.empty() ? second.text : second.second_reading;
        first.second_reading = other == first.text ? std::string() : other;
    }
    first.confidence = std::min(first.confidence, second.confidence);
    first.struck = first.struck && second.struck;
    // Boxes lie on one page: that of the first part.
    if (first.page == second.page) first.boxes.insert(first.boxes.end(), second.boxes.begin(), second.boxes.end());
}

}  // namespace

void join_hyphens(std::vector<Line>& lines) {
    const std::unordered_set<std::string> known = vocabulary(lines);
    std::size_t before = lines.size();  // the line whose end may go on; size(): none
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Line& line = lines[i];
        if (line.footnote || line.table || line.words.empty()) continue;
        const std::size_t previous = before;
        before = i;
        if (previous >= lines.size()) continue;
        FlowWord& last = lines[previous].words.back();
        const std::size_t bytes = hyphen_bytes(last.text);
        const FlowWord& next = line.words.front();
        if (bytes == 0 || last.boxes.size() > 1 || conjunction(next.text)) continue;
        const std::string_view stem = std::string_view(last.text).substr(0, last.text.size() - bytes);
        bool keep = !lower_start(next.text) || keeps_hyphen(stem) || (stem.back() >= '0' && stem.back() <= '9');
        // "Wonen-" before a heading in capitals is no broken word.
        if (!lower_start(next.text) && (line.starts_paragraph || stem.size() < 3)) continue;
        const std::string whole = folded(std::string(stem).append(next.text));
        const std::string parted = folded(std::string(stem).append("-").append(next.text));
        if (known.contains(parted) && !known.contains(whole)) keep = true;
        if (known.contains(whole)) keep = false;
        join(last, next, keep, bytes);
        line.words.erase(line.words.begin());
        if (line.words.empty()) before = previous;
    }
    std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

}  // namespace planlezer
