#include "pipeline/evaluate/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "schemas/model/latin1.hpp"

namespace planlezer::evaluate {

namespace {

constexpr std::array<std::string_view, 37> function_words{
    "aan", "als", "behoeve", "bij", "dan",  "dat",   "de",    "der",   "den", "die", "door", "een", "en",
    "het", "in",  "is",      "met", "na",   "naar",  "of",    "om",    "onder", "op", "over", "per", "te",
    "ten", "ter", "tot",     "uit", "van",  "vanaf", "voor",  "wordt", "worden", "zijn", "zijnde"};

/// Words behind which a noun phrase only says more about the noun before them.
constexpr std::array<std::string_view, 34> cutting_words{
    "aan",    "achter",  "als",    "bedoeld", "bij", "binnen", "boven",
    "buiten", "dan",     "dat",    "die",     "door",     "gebouwd",   "gelegen",  "genoemd", "in",
    "langs",  "met",     "naast",  "naar",    "onder",    "op",        "per",      "te",     "ten",
    "ter",    "tot",     "tussen", "uit",     "van",      "voor",      "waarbij",  "zijnde", "zonder"};

/// A segment that starts with one of these takes something away or gives an example.
constexpr std::array<std::string_view, 8> excluding_words{"geen",     "niet",      "uitgezonderd", "behoudens",
                                                          "anders",   "waaronder", "zoals",        "uitzondering"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

struct Token {
    std::string word;           ///< folded
    bool segment_start = true;  ///< stands behind a comma, bracket, slash, "en" or "of", or at the front
    bool shortened = false;     ///< "aan-" in "aan- en uitbouwen"
};

/// One sign of the text as plain lower-case letters or digits; nullopt for what separates words.
std::optional<char> folded(std::string_view text, std::size_t at, std::size_t& length) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    length = 1;
    if (byte < 0x80) {
        if (text[at] >= 'A' && text[at] <= 'Z') return static_cast<char>(text[at] - 'A' + 'a');
        const bool word = (text[at] >= 'a' && text[at] <= 'z') || (text[at] >= '0' && text[at] <= '9');
        return word ? std::optional(text[at]) : std::nullopt;
    }
    length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    if (length > text.size() - at) length = text.size() - at;
    if (length != 2) return std::nullopt;
    const auto second = static_cast<std::uint8_t>(text[at + 1]);
    if (byte == 0xC3) {
        const char base = latin1_base(text[at + 1]);
        return base != '\0' ? std::optional(base) : std::nullopt;
    }
    if (byte == 0xC2 && (second == 0xB2 || second == 0xB3)) return second == 0xB2 ? '2' : '3';
    return std::nullopt;
}

bool is_hyphen(std::string_view text, std::size_t at) {
    return text[at] == '-' || text.substr(at).starts_with("\u2010") || text.substr(at).starts_with("\u2011");
}

bool separates_segments(char c) { return c == ',' || c == '(' || c == ')' || c == '/' || c == ';'; }

/// Drops the "s" of "silo's".
void drop_genitive(std::string_view text, std::size_t& at) {
    for (const std::string_view apostrophe : {"'s", "\u2019s"}) {
        const std::size_t behind = at + apostrophe.size();
        std::size_t length = 0;
        const bool ends = behind >= text.size() || !folded(text, behind, length);
        if (text.substr(at).starts_with(apostrophe) && ends) at = behind;
    }
}

std::vector<Token> tokens(std::string_view text) {
    std::vector<Token> all;
    bool segment_start = true;
    std::size_t at = 0;
    while (at < text.size()) {
        Token token;
        std::size_t length = 0;
        while (at < text.size()) {
            if (const auto letter = folded(text, at, length)) {
                token.word += *letter;
            } else if (!token.word.empty() && is_hyphen(text, at)) {
                std::size_t next = 0;
                length = text[at] == '-' ? 1 : 3;
                if (at + length >= text.size() || !folded(text, at + length, next)) token.shortened = true;
            } else {
                break;
            }
            at += length;
        }
        if (!token.word.empty()) {
            token.segment_start = segment_start || token.word == "en" || token.word == "of";
            segment_start = token.word == "en" || token.word == "of";
            all.push_back(std::move(token));
            drop_genitive(text, at);
            if (at >= text.size()) break;
        }
        if (at < text.size()) {
            std::size_t skipped = 0;
            if (folded(text, at, skipped)) continue;
            segment_start = segment_start || separates_segments(text[at]);
            at += skipped;
        }
    }
    return all;
}

/// "bijgebouwen" and "bijgebouw", "muren" and "muur", "erven" and "erf", "kassen" and "kas" become the same.
std::string stem(std::string word) {
    if (word.size() < 4) return word;
    if (word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    if (word.size() >= 5 && word.ends_with("en")) {
        word.resize(word.size() - 2);
    } else if (word.size() >= 5 && word.ends_with('e')) {
        word.pop_back();
    }
    std::string plain;
    for (const char c : word) {
        const bool twice = !plain.empty() && plain.back() == c;
        if (!(twice && std::string_view("aeou").find(c) != std::string_view::npos)) plain += c;
    }
    const std::size_t n = plain.size();
    if (n >= 2 && plain[n - 1] == plain[n - 2] && (plain[n - 1] < '0' || plain[n - 1] > '9')) plain.pop_back();
    if (plain.ends_with('v')) plain.back() = 'f';
    if (plain.size() > 3 && (plain.ends_with('z') || plain.ends_with('s'))) plain.pop_back();
    return plain;
}

void sort_once(WordSet& words) {
    std::ranges::sort(words);
    const auto rest = std::ranges::unique(words);
    words.erase(rest.begin(), rest.end());
}

std::size_t common(const WordSet& a, const WordSet& b) {
    WordSet both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both.size();
}

/// "gerealiseerd" in "woningen gerealiseerd", "aaneengebouwd", "behorende": says more about a noun, before or behind it.
bool is_participle(std::string_view word) {
    if (word.starts_with("behorend")) return true;
    const bool past = word.ends_with('d') || word.ends_with('t');
    return past && word.size() >= 7 && (word.starts_with("ge") || word.ends_with("gebouwd"));
}

/// The head of the segment that starts at `begin`; empty when it has none.
std::string head_of(const std::vector<Token>& all, std::size_t begin, std::size_t end) {
    std::string head;
    for (std::size_t i = begin; i < end; ++i) {
        const Token& token = all[i];
        if (is_one_of(excluding_words, token.word)) break;
        if (!head.empty() && is_one_of(cutting_words, token.word)) break;
        if (!head.empty() && is_participle(token.word)) continue;
        if (token.shortened || !is_one_of(function_words, token.word)) head = stem(token.word);
    }
    return head;
}

}  // namespace

WordSet content_words(std::string_view text) {
    WordSet words;
    for (const Token& token : tokens(text)) {
        if (token.shortened || !is_one_of(function_words, token.word)) words.push_back(stem(token.word));
    }
    sort_once(words);
    return words;
}

double overlap(const WordSet& a, const WordSet& b) {
    if (a.empty() && b.empty()) return 1;
    return 2.0 * static_cast<double>(common(a, b)) / static_cast<double>(a.size() + b.size());
}

double containment(const WordSet& a, const WordSet& b) {
    const std::size_t smaller = std::min(a.size(), b.size());
    return smaller == 0 ? 0 : static_cast<double>(common(a, b)) / static_cast<double>(smaller);
}

bool same_place(const WordSet& gold, const WordSet& emitted) {
    if (gold.empty() || emitted.empty()) return false;
    const auto shared = static_cast<double>(common(gold, emitted));
    return shared >= 0.8 * static_cast<double>(gold.size()) || shared >= 0.9 * static_cast<double>(emitted.size());
}

WordSet head_nouns(std::string_view subject) {
    const std::vector<Token> all = tokens(subject);
    WordSet heads;
    std::size_t begin = 0;
    while (begin < all.size()) {
        std::size_t end = begin + 1;
        while (end < all.size() && !all[end].segment_start) ++end;
        std::string head = head_of(all, begin, end);
        if (!head.empty()) heads.push_back(std::move(head));
        begin = end;
    }
    sort_once(heads);
    return heads;
}

bool same_subject(std::string_view a, std::string_view b) {
    return overlap(content_words(a), content_words(b)) >= 0.5 && common(head_nouns(a), head_nouns(b)) > 0;
}

}  // namespace planlezer::evaluate
