#include "rules/outline/parts.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "rules/outline/label.hpp"
#include "rules/outline/line_shape.hpp"

namespace planlezer {
namespace {

constexpr std::size_t fewest_entries = 4;

bool digits_only(std::string_view text) {
    return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Runs of points or "…" that lead to a page number.
bool has_leaders(const Line& line) {
    return std::any_of(line.words.begin(), line.words.end(), [](const FlowWord& word) {
        return word.text.find("....") != std::string::npos || word.text.find("……") != std::string::npos || word.text.find("_____") != std::string::npos;
    }) || std::count_if(line.words.begin(), line.words.end(), [](const FlowWord& word) { return word.text == "." || word.text == "…"; }) >= 4;
}

/// Words, then a page number at the end, and no sentence.
bool ends_in_page(const Line& line) {
    return line.words.size() >= 2 && line.words.size() <= 16 && digits_only(line.words.back().text) &&
           !is_unit(line.words.front().text) && !has_finite_verb(line.words);
}

bool is_entry(const Line& line) { return has_leaders(line) || ends_in_page(line); }

/// The words of an entry without leaders and page number, folded: what stands again above the article itself.
std::string entry_key(const Line& line) {
    std::string key;
    std::size_t count = line.words.size();
    while (count > 1 && (digits_only(line.words[count - 1].text) || folded(line.words[count - 1].text).empty())) --count;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string word = folded(line.words[i].text.substr(0, std::min(line.words[i].text.find("..."), line.words[i].text.find("…"))));
        if (word.empty()) continue;
        if (!key.empty()) key += ' ';
        key += word;
    }
    return key;
}

/// The end of the contents that begin at `begin`: where an entry stands again as a heading, or prose begins.
std::size_t contents_end(const std::vector<Line>& lines, std::size_t begin, bool titled) {
    std::unordered_set<std::string> keys;
    std::size_t last = begin;
    std::size_t strangers = 0;
    for (std::size_t i = begin; i < lines.size(); ++i) {
        const Line& line = lines[i];
        const bool entry = is_entry(line);
        const std::string key = entry_key(line);
        if (!entry && keys.contains(key) && read_label(line)) return i;
        if (entry) {
            last = i + 1;
            strangers = 0;
        } else if (line.words.size() > 14 || has_finite_verb(line.words) || ++strangers > (titled ? 6 : 2)) {
            break;
        } else if (titled && read_label(line) && heading_shaped(line.words)) {
            // Contents without page numbers.
            last = i + 1;
            --strangers;
        }
        if (!key.empty()) keys.insert(key);
    }
    return last;
}

}  // namespace

std::vector<bool> contents_lines(const std::vector<Line>& lines, const Sections& sections) {
    std::vector<bool> inside(lines.size(), false);
    for (std::size_t i = 0; i < lines.size();) {
        const Line& line = lines[i];
        const bool titled = line.words.size() <= 5 && sections.of_heading(line.words) == SectionRole::contents;
        if (!titled && !is_entry(line)) {
            ++i;
            continue;
        }
        const std::size_t begin = titled ? i + 1 : i;
        const std::size_t end = contents_end(lines, begin, titled);
        const auto entries = static_cast<std::size_t>(std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                                                    lines.begin() + static_cast<std::ptrdiff_t>(end), is_entry));
        const auto led = static_cast<std::size_t>(std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                                                lines.begin() + static_cast<std::ptrdiff_t>(end), has_leaders));
        if ((titled && end > begin) || led >= fewest_entries || entries >= 2 * fewest_entries) {
            std::fill(inside.begin() + static_cast<std::ptrdiff_t>(i), inside.begin() + static_cast<std::ptrdiff_t>(end), true);
            i = std::max(end, i + 1);
        } else {
            i = std::max(begin, i) + 1;
        }
    }
    return inside;
}

}  // namespace planlezer
