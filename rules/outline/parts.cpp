#include "rules/outline/parts.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
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

/// A frame around a table of contents: most of its rows begin with the number of an article or chapter, and none is a
/// sentence or a measure.
bool is_contents_table(const Line& line) {
    std::size_t rows = 0;
    std::size_t entries = 0;
    bool pages = false;
    int row = -1;
    for (const Cell& cell : line.table->cells) {
        if (cell.text.empty()) continue;
        const std::span<const FlowWord> words = std::span<const FlowWord>(line.words).subspan(cell.text.begin, cell.text.size());
        if (words.size() > 12 || has_finite_verb(words)) return false;
        if (cell.row != row) {
            ++rows;
            Line probe;
            probe.words.assign(words.begin(), words.end());
            const auto label = read_label(probe);
            const LabelStyle style = label ? label->readings.front().style : LabelStyle::dash;
            if (label && (style == LabelStyle::artikel || style == LabelStyle::hoofdstuk || style == LabelStyle::dotted || style == LabelStyle::bijlage)) ++entries;
        } else if (words.size() == 1 && digits_only(words.front().text)) {
            pages = true;
        }
        row = cell.row;
    }
    return rows >= fewest_entries && 3 * entries >= 2 * rows && pages;
}

bool is_entry(const Line& line) { return line.table ? is_contents_table(line) : has_leaders(line) || ends_in_page(line); }

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

/// The same for the rows of a framed table of contents.
void add_row_keys(const Line& line, std::unordered_set<std::string>& keys) {
    for (int row = 0; row < line.table->rows; ++row) {
        Line words;
        for (const Cell& cell : line.table->cells) {
            if (cell.row == row) words.words.insert(words.words.end(), line.words.begin() + static_cast<std::ptrdiff_t>(cell.text.begin), line.words.begin() + static_cast<std::ptrdiff_t>(cell.text.end));
        }
        if (words.words.empty()) continue;
        if (std::string key = entry_key(words); !key.empty()) keys.insert(std::move(key));
    }
}

/// The end of the contents that begin at `begin`: where an entry stands again as a heading, or prose begins.
std::size_t contents_end(const std::vector<Line>& lines, std::size_t begin, bool titled) {
    std::unordered_set<std::string> keys;
    std::size_t last = begin;
    std::size_t strangers = 0;
    bool numbered = false;
    for (std::size_t i = begin; i < lines.size(); ++i) {
        const Line& line = lines[i];
        const bool entry = is_entry(line);
        const std::string key = entry_key(line);
        if (!entry && keys.contains(key) && read_label(line)) return i;
        if (entry) {
            last = i + 1;
            strangers = 0;
        } else if (line.table || line.words.size() > 14 || has_finite_verb(line.words) || ++strangers > (titled ? 6 : 2)) {
            break;
        } else if (titled && !numbered && read_label(line) && heading_shaped(line.words)) {
            // Contents without page numbers.
            last = i + 1;
            --strangers;
        }
        numbered = numbered || entry;
        if (line.table) add_row_keys(line, keys);
        if (!key.empty()) keys.insert(key);
    }
    return last;
}

}  // namespace

std::vector<int> articles_missing(const DocumentText& text) {
    std::set<int> named;
    std::set<int> found;
    for (const Node& node : text.nodes) {
        if (node.section != SectionRole::contents) {
            if (node.kind == NodeKind::artikel) found.insert(number_value(node.label).value_or(0));
            continue;
        }
        for (std::size_t w = node.text.begin; w + 1 < node.text.end; ++w) {
            if (folded(text.words[w].text) != "artikel") continue;
            const std::string number = folded(text.words[w + 1].text);
            if (const auto value = number_value(number.substr(0, number.find('-')))) named.insert(*value);
        }
    }
    std::vector<int> missing;
    std::set_difference(named.begin(), named.end(), found.begin(), found.end(), std::back_inserter(missing));
    if (2 * missing.size() > named.size()) missing.clear();
    return missing;
}

std::vector<bool> contents_lines(const std::vector<Line>& lines, const Sections& sections) {
    std::vector<bool> inside(lines.size(), false);
    for (std::size_t i = 0; i < lines.size();) {
        const Line& line = lines[i];
        const bool titled = line.words.size() <= 5 && line.starts_paragraph && starts_upper(line.words) && closing_sign(line.words) != '.' &&
                            closing_sign(line.words) != ';' && sections.of_heading(line.words) == SectionRole::contents;
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
        const bool framed = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](const Line& entry) { return entry.table.has_value() && is_entry(entry); });
        if (framed || (titled && end >= begin + 2) || led >= fewest_entries || entries >= 2 * fewest_entries) {
            std::fill(inside.begin() + static_cast<std::ptrdiff_t>(i), inside.begin() + static_cast<std::ptrdiff_t>(end), true);
            i = std::max(end, i + 1);
        } else {
            i = std::max(begin, i) + 1;
        }
    }
    return inside;
}

}  // namespace planlezer
