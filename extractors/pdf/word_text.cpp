#include "extractors/pdf/word_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "extractors/wire/utf8.hpp"

namespace planlezer {

namespace {

/// Rows of a combining mark: the bases and what each becomes with it.
struct Composition {
    char32_t mark;
    std::u32string_view bases;
    std::u32string_view composed;
};

constexpr std::array compositions{
    Composition{0x300, U"AEIOUaeiou", U"ÀÈÌÒÙàèìòù"},
    Composition{0x301, U"AEIOUYaeiouyCcNnSsZz", U"ÁÉÍÓÚÝáéíóúýĆćŃńŚśŹź"},
    Composition{0x302, U"AEIOUaeiou", U"ÂÊÎÔÛâêîôû"},
    Composition{0x303, U"ANOano", U"ÃÑÕãñõ"},
    Composition{0x308, U"AEIOUYaeiouy", U"ÄËÏÖÜŸäëïöüÿ"},
    Composition{0x30A, U"Aa", U"Åå"},
    Composition{0x30C, U"CcSsZz", U"ČčŠšŽž"},
    Composition{0x327, U"Cc", U"Çç"},
};

std::optional<char32_t> composed(char32_t base, char32_t mark) {
    for (const Composition& row : compositions) {
        if (row.mark != mark) continue;
        const std::size_t at = row.bases.find(base);
        if (at != std::u32string_view::npos) return row.composed[at];
    }
    return std::nullopt;
}

/// One code point that stands for others: ligatures, and the private places where symbol fonts keep their signs.
constexpr std::array<std::pair<char32_t, std::u32string_view>, 24> replacements{{
    {0xFB00, U"ff"},  {0xFB01, U"fi"},  {0xFB02, U"fl"},  {0xFB03, U"ffi"}, {0xFB04, U"ffl"}, {0xFB05, U"st"},
    {0xFB06, U"st"},  {0xF02D, U"-"},   {0xF0A3, U"≤"},   {0xF0A7, U"▪"},   {0xF0A8, U"▪"},   {0xF0B0, U"°"},
    {0xF0B1, U"±"},   {0xF0B3, U"≥"},   {0xF0B7, U"•"},   {0xF0D8, U"►"},   {0xF0FC, U"✓"},   {0xF06F, U"o"},
    {0xF076, U"❖"},   {0xF0B4, U"×"},   {0xF0DE, U"⇒"},   {0xF0E0, U"→"},   {0xF0F0, U"→"},   {0x2010, U"-"},
}};

bool is_dropped(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool white = c == 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || c == 0x205F || c == 0x3000;
    return control || white || c == 0xFEFF || c == 0x2060;
}

bool is_meaningless(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string clean_text(std::span<const char32_t> text) {
    std::u32string points;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const auto found = std::ranges::find(replacements, c, &std::pair<char32_t, std::u32string_view>::first);
        if (found != replacements.end()) {
            points += found->second;
        } else if (c == 0xAD) {
            if (i + 1 == text.size()) points += U'-';  // a soft hyphen is seen only where a line ends
        } else if (c >= 0xF020 && c <= 0xF07E) {
            points += static_cast<char32_t>(c - 0xF000);  // symbol fonts keep plain characters here
        } else if (is_meaningless(c)) {
            points += char32_t{0xFFFD};
        } else if (const auto one = points.empty() ? std::nullopt : composed(points.back(), c)) {
            points.back() = *one;
        } else if (!is_dropped(c)) {
            points += c;
        }
    }
    std::string utf8;
    for (const char32_t c : points) wire::append_utf8(utf8, c);
    return utf8;
}

FontStyle font_style(std::string_view name) {
    std::string lower(name.substr(name.find('+') == 6 ? 7 : 0));
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto has = [&lower](std::string_view part) { return lower.find(part) != std::string::npos; };
    return {has("bold") || has("black") || has("heavy") || has("-demi"), has("italic") || has("oblique")};
}

}  // namespace planlezer
