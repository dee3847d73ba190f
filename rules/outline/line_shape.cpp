#include "rules/outline/line_shape.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "schemas/rulebook/sections.hpp"

namespace planlezer {
namespace {

constexpr std::size_t longest_heading = 18;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 34> verbs{
    "is",     "zijn",    "was",     "waren",   "mag",      "mogen",    "moet",     "moeten",  "dient",     "dienen",
    "wordt",  "worden",  "kan",     "kunnen",  "geldt",    "gelden",   "bedraagt", "bedragen", "heeft",    "hebben",
    "zal",    "zullen",  "komt",    "blijft",  "blijven",  "bestaat", "bepaalt",   "ziet",
    "regelt", "betreft", "bevat",   "vindt",   "geeft",    "verstaan"};

constexpr std::array<std::string_view, 44> wanting{
    "lid",  "leden",  "onder", "sub",  "artikel", "artikelen", "art",   "en",     "of",      "t/m",   "tot",
    "met",  "in",     "van",   "voor", "de",      "het",       "een",   "dan",    "ten",     "bij",   "op",
    "aan",  "door",   "te",    "als",  "bedoeld", "genoemd",   "meer",  "minder", "minste",  "hoogste", "maximaal",
    "minimaal", "circa", "ca", "categorie", "bedraagt", "nummer", "nr", "onderdeel", "onderdelen", "mag", "hoger"};

char ascii_end(std::string_view word) {
    while (!word.empty()) {
        const char c = word.back();
        if (c == '"' || c == '\'' || c == ')') {
            word.remove_suffix(1);
            continue;
        }
        if (word.ends_with("”") || word.ends_with("’")) {
            word.remove_suffix(3);
            continue;
        }
        return c;
    }
    return '\0';
}

/// The first character that is a letter, as 'a' or 'A'; '0' for a digit; '\0' when none.
char first_kind(std::span<const FlowWord> words) {
    for (const FlowWord& word : words) {
        for (std::size_t i = 0; i < word.text.size(); ++i) {
            const auto c = static_cast<unsigned char>(word.text[i]);
            if (c >= 'a' && c <= 'z') return 'a';
            if (c >= 'A' && c <= 'Z') return 'A';
            if (c >= '0' && c <= '9') return '0';
            if (c == 0xC3 && i + 1 < word.text.size()) return static_cast<unsigned char>(word.text[i + 1]) >= 0xA0 ? 'a' : 'A';
        }
    }
    return '\0';
}

}  // namespace

char closing_sign(std::span<const FlowWord> words) { return words.empty() ? '\0' : ascii_end(words.back().text); }

bool clause_closed(std::span<const FlowWord> words) {
    const char end = closing_sign(words);
    if (end == '.' || end == ';' || end == ':' || end == ',') return true;
    if (words.empty()) return false;
    const std::string last = folded(words.back().text);
    return last == "en" || last == "of" || last == "en/of" || last == "wel";
}

bool expects_more(std::span<const FlowWord> words) {
    if (words.empty()) return false;
    const char end = closing_sign(words);
    if (end == '.' || end == ';' || end == ':') return false;
    return among(wanting, folded(words.back().text));
}

bool has_finite_verb(std::span<const FlowWord> words) {
    return std::any_of(words.begin(), words.end(), [](const FlowWord& word) { return among(verbs, folded(word.text)); });
}

bool starts_upper(std::span<const FlowWord> words) { return first_kind(words) == 'A'; }
bool starts_lower(std::span<const FlowWord> words) { return first_kind(words) == 'a'; }

bool all_capitals(std::span<const FlowWord> words) {
    std::size_t letters = 0;
    for (const FlowWord& word : words) {
        for (const char c : word.text) {
            if (c >= 'a' && c <= 'z') return false;
            if (c >= 'A' && c <= 'Z') ++letters;
        }
    }
    return letters >= 4;
}

bool is_unit(std::string_view word) {
    static constexpr std::array<std::string_view, 22> units{"m",  "m2",  "m3",  "meter", "cm",  "mm",   "km",    "ha",     "uur", "euro", "graden",
                                                           "mm1", "m1", "dB",  "db",    "kg",  "kv",   "jaar",  "procent", "%",   "bar",  "inch"};
    if (word.starts_with("m²") || word.starts_with("m³") || word.starts_with("%")) return true;
    return among(units, folded(word));
}

bool heading_shaped(std::span<const FlowWord> words) {
    if (words.empty() || words.size() > longest_heading) return false;
    const char end = closing_sign(words);
    if (end == '.' || end == ';' || end == ',') return false;
    if (end == ':' && words.size() > 8) return false;
    if (first_kind(words) == '\0') return false;
    return !has_finite_verb(words) && !expects_more(words);
}

}  // namespace planlezer
