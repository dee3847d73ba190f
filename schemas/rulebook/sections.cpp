#include "schemas/rulebook/sections.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <toml++/toml.h>

#include "schemas/model/article.hpp"
#include "schemas/model/enum_names.hpp"
#include "schemas/rulebook/pattern.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {
namespace {

constexpr std::size_t longest_scanned = 14;  ///< words of a heading that is compared letter by letter

bool letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool word_fits(std::string_view pattern, std::string_view word) {
    const bool open_start = pattern.starts_with('*');
    const bool open_end = pattern.size() > 1 && pattern.ends_with('*');
    if (open_start) pattern.remove_prefix(1);
    if (open_end) pattern.remove_suffix(1);
    if (open_start && open_end) return word.find(pattern) != std::string_view::npos;
    if (open_start) return word.ends_with(pattern);
    if (open_end) return word.starts_with(pattern);
    return word == pattern;
}

/// How far OCR may have spoilt a word of a heading and leave it readable: slips by its length.
std::size_t slips_allowed(std::size_t letters) { return letters < 7 ? 0 : letters < 11 ? 1 : letters < 15 ? 2 : 3; }

/// Fewest slips (a letter more, less or other) between the pattern and the word, or the start of it when `open_end`.
std::size_t slips(std::string_view pattern, std::string_view word, bool open_end) {
    std::vector<std::size_t> row(word.size() + 1);
    for (std::size_t j = 0; j <= word.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= pattern.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= word.size(); ++j) {
            const std::size_t other = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (pattern[i - 1] == word[j - 1] ? 0U : 1U)});
            diagonal = std::exchange(row[j], other);
        }
    }
    return open_end ? *std::min_element(row.begin(), row.end()) : row.back();
}

bool word_nearly_fits(std::string_view pattern, std::string_view word) {
    if (pattern.starts_with('*')) return false;
    const bool open_end = pattern.ends_with('*');
    if (open_end) pattern.remove_suffix(1);
    if (word.size() > 60 || word.size() + 3 < pattern.size()) return false;
    const std::size_t allowed = slips_allowed(pattern.size());
    return allowed == 0 ? pattern == word : slips(pattern, word, open_end) <= allowed;
}

/// Where the words of the phrase from `p` up to its next gap end when they stand at `w`; nullopt when they do not.
std::optional<std::size_t> part_at(const std::vector<std::string>& phrase, std::size_t p, std::span<const std::string> words, std::size_t w) {
    for (; p < phrase.size() && phrase[p] != "..."; ++p, ++w) {
        if (w >= words.size() || !word_fits(phrase[p], words[w])) return std::nullopt;
    }
    return w;
}

/// Whether the phrase stands at `w`. Behind a gap the nearest fit is taken and kept, so the work stays linear.
bool stands_at(const std::vector<std::string>& phrase, std::span<const std::string> words, std::size_t w) {
    auto end = part_at(phrase, 0, words, w);
    for (std::size_t p = 0; end && p < phrase.size(); ++p) {
        if (phrase[p] != "...") continue;
        std::optional<std::size_t> next;
        for (std::size_t skip = 0; skip <= Sections::max_gap && *end + skip < words.size() && !next; ++skip) next = part_at(phrase, p + 1, words, *end + skip);
        end = next;
    }
    return end.has_value();
}

std::optional<SectionRole> first_fit(const std::vector<SectionPhrase>& phrases, std::span<const std::string> words) {
    for (const SectionPhrase& phrase : phrases) {
        if (phrase.whole) {
            if (phrase.words.size() == words.size() && stands_at(phrase.words, words, 0)) return phrase.role;
            continue;
        }
        for (std::size_t w = 0; w < words.size(); ++w) {
            if (stands_at(phrase.words, words, w)) return phrase.role;
        }
    }
    return std::nullopt;
}

std::vector<std::string> folded_words(std::span<const FlowWord> text) {
    std::vector<std::string> words;
    for (const FlowWord& word : text) {
        std::string plain = folded(word.text);
        if (!plain.empty()) words.push_back(std::move(plain));
    }
    return words;
}

/// Places at which some phrase begins.
std::size_t count_fits(const std::vector<SectionPhrase>& phrases, std::span<const std::string> words) {
    std::size_t count = 0;
    for (std::size_t w = 0; w < words.size(); ++w) {
        if (std::any_of(phrases.begin(), phrases.end(), [&](const SectionPhrase& phrase) { return stands_at(phrase.words, words, w); })) ++count;
    }
    return count;
}

/// The same with letters that OCR spoilt; only phrases without gaps.
std::optional<SectionRole> nearest_fit(const std::vector<SectionPhrase>& phrases, std::span<const std::string> words) {
    for (const SectionPhrase& phrase : phrases) {
        const std::size_t count = phrase.words.size();
        if (count > words.size() || (phrase.whole && count != words.size())) continue;
        for (std::size_t w = 0; w + count <= words.size(); ++w) {
            if (std::equal(phrase.words.begin(), phrase.words.end(), words.begin() + static_cast<std::ptrdiff_t>(w), word_nearly_fits)) return phrase.role;
        }
    }
    return std::nullopt;
}

SectionPhrase parse_phrase(const toml::node& node, SectionRole role, bool whole, const std::string& file) {
    const int line = static_cast<int>(node.source().begin.line);
    const auto text = node.value<std::string>();
    if (!text) throw RuleBookError(file, line, "een kop of zin moet tekst tussen aanhalingstekens zijn");
    SectionPhrase phrase{role, {}, whole};
    std::string word;
    const auto close_word = [&] {
        if (word.empty()) return;
        if (word == "...") {
            phrase.words.push_back(word);
        } else {
            const bool open_start = word.starts_with('*');
            const bool open_end = word.size() > 1 && word.ends_with('*');
            const std::string core = folded(word);
            if (core.empty()) throw RuleBookError(file, line, "'" + word + "' bevat geen letters");
            phrase.words.push_back((open_start ? "*" : "") + core + (open_end ? "*" : ""));
        }
        word.clear();
    };
    for (const char c : *text) {
        if (c == ' ') {
            close_word();
        } else {
            word += c;
        }
    }
    close_word();
    if (phrase.words.empty()) throw RuleBookError(file, line, "een lege kop of zin zegt niets");
    if (phrase.words.front() == "..." || phrase.words.back() == "...")
        throw RuleBookError(file, line, "'...' staat tussen woorden, niet aan het begin of eind");
    return phrase;
}

void read_phrases(const toml::table& section, std::string_view key, SectionRole role, bool whole, const std::string& file,
                  std::vector<SectionPhrase>& into) {
    const toml::node* node = section.get(key);
    if (node == nullptr) return;
    const toml::array* list = node->as_array();
    if (list == nullptr)
        throw RuleBookError(file, static_cast<int>(node->source().begin.line), std::string(key) + " moet een lijst zijn");
    for (const toml::node& item : *list) into.push_back(parse_phrase(item, role, whole, file));
}

void read_section(const toml::table& section, const std::string& file, Sections& sections) {
    const int line = static_cast<int>(section.source().begin.line);
    for (const auto& [key, value] : section) {
        if (key != "rol" && key != "koppen" && key != "hele_koppen" && key != "zinnen") {
            throw RuleBookError(file, static_cast<int>(value.source().begin.line),
                                "onbekende sleutel '" + std::string(key.str()) + "'; bekend zijn rol, koppen, hele_koppen, zinnen");
        }
    }
    const auto name = section["rol"].value<std::string>();
    if (!name) throw RuleBookError(file, line, "een afdeling heeft een rol nodig");
    const auto role = enum_from_text(*name, SectionRole::annex, section_role_text);
    if (!role || *role == SectionRole::unknown) throw RuleBookError(file, line, "onbekende rol '" + *name + "'");
    read_phrases(section, "hele_koppen", *role, true, file, sections.headings);
    read_phrases(section, "koppen", *role, false, file, sections.headings);
    read_phrases(section, "zinnen", *role, false, file, sections.clauses);
}

void read_part(const toml::table& part, const std::string& file, Sections& sections) {
    static constexpr std::array<std::pair<std::string_view, PartKind>, 3> kinds{
        {{"regels", PartKind::regels}, {"toelichting", PartKind::toelichting}, {"bijlagen", PartKind::bijlagen}}};
    const int line = static_cast<int>(part.source().begin.line);
    const auto name = part["soort"].value<std::string>();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return name && row.first == *name; });
    if (kind == kinds.end()) throw RuleBookError(file, line, "een deel heeft als soort regels, toelichting of bijlagen");
    std::vector<SectionPhrase> phrases;
    read_phrases(part, "hele_koppen", SectionRole::unknown, true, file, phrases);
    read_phrases(part, "beginnen_met", SectionRole::unknown, false, file, phrases);
    for (SectionPhrase& phrase : phrases) sections.parts.push_back({kind->second, std::move(phrase)});
}

}  // namespace

std::string folded(std::string_view word) {
    std::string letters = fold(word);
    std::erase_if(letters, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto begin = std::ranges::find_if(letters, letter_or_digit);
    const auto end = std::find_if(letters.rbegin(), std::make_reverse_iterator(begin), letter_or_digit).base();
    return {begin, end};
}

std::optional<SectionRole> Sections::of_heading(std::span<const FlowWord> heading) const {
    const std::vector<std::string> words = folded_words(heading);
    if (const auto told = first_fit(headings, words)) return told;
    const bool scanned = std::any_of(heading.begin(), heading.end(), [](const FlowWord& word) { return word.origin == TextOrigin::ocr; });
    return scanned && words.size() <= longest_scanned ? nearest_fit(headings, words) : std::nullopt;
}

std::optional<PartKind> Sections::of_part(std::span<const FlowWord> heading) const {
    const std::vector<std::string> words = folded_words(heading);
    for (const PartHeading& part : parts) {
        if ((!part.phrase.whole || part.phrase.words.size() == words.size()) && stands_at(part.phrase.words, words, 0)) return part.kind;
    }
    return std::nullopt;
}

std::size_t Sections::count_binding(std::span<const FlowWord> text) const { return count_fits(binding, folded_words(text)); }

std::size_t Sections::count_narrative(std::span<const FlowWord> text) const { return count_fits(narrative, folded_words(text)); }

std::optional<SectionRole> Sections::of_clause(std::span<const FlowWord> text) const {
    std::vector<std::string> words;
    for (const FlowWord& word : text) {
        std::string plain = folded(word.text);
        // Abbreviations end in a point too: only a longer word ends the sentence.
        const bool ends = word.text.size() > 4 && word.text.ends_with('.');
        if (!plain.empty()) words.push_back(std::move(plain));
        if (ends || words.size() >= max_lead_in) break;
    }
    return first_fit(clauses, words);
}

Sections load_sections(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    toml::table root;
    try {
        root = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        throw RuleBookError(name, static_cast<int>(error.source().begin.line), std::string(error.description()));
    }
    Sections sections;
    for (const auto& [key, value] : root) {
        const int line = static_cast<int>(value.source().begin.line);
        if (key == "aanwijzingen" && value.is_table()) {
            read_phrases(*value.as_table(), "bepalend", SectionRole::unknown, false, name, sections.binding);
            read_phrases(*value.as_table(), "betogend", SectionRole::unknown, false, name, sections.narrative);
            continue;
        }
        const toml::array* list = value.as_array();
        if ((key != "afdeling" && key != "deel") || list == nullptr)
            throw RuleBookError(name, line, "verwacht werd [[afdeling]], [[deel]] of [aanwijzingen]");
        for (const toml::node& item : *list) {
            const toml::table* section = item.as_table();
            if (section == nullptr) throw RuleBookError(name, line, "verwacht werd [[afdeling]], [[deel]] of [aanwijzingen]");
            if (key == "deel") {
                read_part(*section, name, sections);
            } else {
                read_section(*section, name, sections);
            }
        }
    }
    if (sections.headings.empty()) throw RuleBookError(name, 1, "er staat geen enkele kop in");
    return sections;
}

}  // namespace planlezer
