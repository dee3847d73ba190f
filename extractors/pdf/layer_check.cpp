#include "extractors/pdf/layer_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "extractors/wire/utf8.hpp"

namespace planlezer {

namespace {

using namespace std::string_view_literals;

// The commonest words of Dutch, and what plan texts add to them. A third of any Dutch page is these.
constexpr std::array stop_words{
    "de"sv,    "het"sv,   "een"sv,  "van"sv,  "en"sv,    "in"sv,    "of"sv,   "op"sv,    "te"sv,    "voor"sv,  "met"sv,   "niet"sv,
    "is"sv,    "zijn"sv,  "dat"sv,  "die"sv,  "aan"sv,   "bij"sv,   "ten"sv,  "ter"sv,   "worden"sv, "mag"sv,  "als"sv,   "om"sv,
    "onder"sv, "uit"sv,   "door"sv, "tot"sv,  "wordt"sv, "dan"sv,   "meer"sv, "artikel"sv, "lid"sv,  "deze"sv, "dit"sv,   "er"sv,
    "naar"sv,  "over"sv,  "der"sv,  "den"sv,  "des"sv,   "ook"sv,   "kan"sv,  "per"sv,   "geen"sv,  "indien"sv, "waar"sv, "bedragen"sv};

// Letters of running text in percent, a to z: about the mean of Dutch, German, English and French.
constexpr std::array<double, 26> letter_share{7.5, 1.5, 2.3, 4.8, 17.0, 1.4, 2.6, 3.2, 7.0, 0.9, 1.6, 4.1, 2.6,
                                              9.0, 5.7, 2.0, 0.3, 6.6, 5.4, 6.7, 3.0, 2.0, 1.4, 0.3, 0.6, 0.8};

struct Counts {
    std::size_t words = 0;       ///< of at least two letters, Latin script
    std::size_t stop = 0;
    std::size_t wordlike = 0;
    std::array<double, 26> letters{};
};

std::string latin_lower(std::string_view text) {
    std::string lower;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z') lower += c;
        if (c >= 'A' && c <= 'Z') lower += static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// Has a vowel, and no long run without one.
bool is_wordlike(std::string_view letters) {
    constexpr std::size_t longest_run = 6;  // "angstschreeuw" is a rare thing
    std::size_t run = 0;
    bool vowel = false;
    for (const char c : letters) {
        const bool is_vowel = "aeiouy"sv.find(c) != std::string_view::npos;
        vowel = vowel || is_vowel;
        run = is_vowel ? 0 : run + 1;
        if (run > longest_run) return false;
    }
    return vowel || letters.size() <= 3;
}

Counts count(const std::vector<Word>& words) {
    Counts counts;
    for (const Word& word : words) {
        if (word.text.find_first_of("0123456789") != std::string::npos) continue;  // a number or a code
        const std::string letters = latin_lower(word.text);
        if (letters.size() < 2 || letters.size() * 2 < word.text.size()) continue;
        ++counts.words;
        if (std::ranges::find(stop_words, letters) != stop_words.end()) ++counts.stop;
        if (is_wordlike(letters)) ++counts.wordlike;
        for (const char c : letters) counts.letters.at(static_cast<std::size_t>(c - 'a')) += 1;
    }
    return counts;
}

double likeness(const std::array<double, 26>& letters) {
    double product = 0;
    double a = 0;
    double b = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        product += letters.at(i) * letter_share.at(i);
        a += letters.at(i) * letters.at(i);
        b += letter_share.at(i) * letter_share.at(i);
    }
    return a > 0 ? product / std::sqrt(a * b) : 0;
}

}  // namespace

bool is_unmapped(const std::vector<Word>& words) {
    std::size_t points = 0;
    std::size_t unknown = 0;
    for (const Word& word : words) {
        for (const char32_t c : wire::code_points(word.text)) {
            ++points;
            if (c == 0xFFFD) ++unknown;
        }
    }
    return unknown * 50 > points;  // more than 2 %
}

bool is_implausible(const std::vector<Word>& words) {
    const Counts counts = count(words);
    constexpr std::size_t enough = 25;
    if (counts.words < enough) return false;
    const auto share = [&](std::size_t part) { return static_cast<double>(part) / static_cast<double>(counts.words); };
    if (share(counts.stop) >= 0.08) return false;
    return share(counts.wordlike) < 0.55 || likeness(counts.letters) < 0.70;
}

std::vector<bool> inked(const std::vector<Word>& words, Pix& picture, double dpi) {
    const int width = pixGetWidth(&picture);
    const int height = pixGetHeight(&picture);
    constexpr unsigned contrast = 24;  // grey levels; light grey letters on white still have as much when small
    std::vector<bool> result;
    result.reserve(words.size());
    for (const Word& word : words) {
        const auto pixel = [dpi](double points) { return static_cast<int>(points * dpi / 72); };
        const int x0 = std::clamp(pixel(word.box.x0), 0, width - 1);
        const int x1 = std::clamp(pixel(word.box.x1) + 1, x0 + 1, width);
        const int y0 = std::clamp(pixel(word.box.y0), 0, height - 1);
        const int y1 = std::clamp(pixel(word.box.y1) + 1, y0 + 1, height);
        unsigned darkest = 255;
        unsigned lightest = 0;
        for (int y = y0; y < y1; ++y) {
            const l_uint32* line = pixGetData(&picture) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(&picture);
            for (int x = x0; x < x1; ++x) {
                const unsigned value = GET_DATA_BYTE(line, x);
                darkest = std::min(darkest, value);
                lightest = std::max(lightest, value);
            }
        }
        result.push_back(lightest >= darkest + contrast);
    }
    return result;
}

}  // namespace planlezer
