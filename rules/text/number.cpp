#include "rules/text/number.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace planlezer {

namespace {

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "1.000.000" without its points; "" when the groups are not of three.
std::string without_thousands(std::string_view text) {
    std::string digits;
    std::size_t group = 0;
    bool first = true;
    for (const char c : text) {
        if (c == '.') {
            if ((first && (group == 0 || group > 3)) || (!first && group != 3)) return {};
            first = false;
            group = 0;
        } else {
            digits += c;
            ++group;
        }
    }
    return !first && group == 3 && all_digits(digits) ? digits : std::string{};
}

constexpr std::array<std::pair<std::string_view, int>, 26> number_words{{
    {"nul", 0},      {"een", 1},      {"twee", 2},      {"drie", 3},      {"vier", 4},        {"vijf", 5},       {"zes", 6},
    {"zeven", 7},    {"acht", 8},     {"negen", 9},     {"tien", 10},     {"elf", 11},        {"twaalf", 12},    {"dertien", 13},
    {"veertien", 14},{"vijftien", 15},{"zestien", 16},  {"zeventien", 17},{"achttien", 18},   {"negentien", 19}, {"twintig", 20},
    {"dertig", 30},  {"veertig", 40}, {"vijftig", 50},  {"honderd", 100}, {"duizend", 1000},
}};

}  // namespace

std::optional<Decimal> parse_number(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma != std::string_view::npos) {
        if (text.find(',', comma + 1) != std::string_view::npos) return std::nullopt;
        const std::string_view whole = text.substr(0, comma);
        const std::string digits = all_digits(whole) ? std::string(whole) : without_thousands(whole);
        if (digits.empty() || !all_digits(text.substr(comma + 1))) return std::nullopt;
        return Decimal::parse(digits + "." + std::string(text.substr(comma + 1)));
    }
    if (all_digits(text)) return Decimal::parse(text);
    if (const std::string digits = without_thousands(text); !digits.empty()) return Decimal::parse(digits);
    return std::ranges::count(text, '.') == 1 ? Decimal::parse(text) : std::nullopt;
}

std::optional<Decimal> parse_number_word(std::string_view folded) {
    if (folded == "anderhalf" || folded == "anderhalve") return Decimal(15, 1);
    if (folded == "halve" || folded == "half") return Decimal(5, 1);
    for (const auto& [word, number] : number_words) {
        if (word == folded) return Decimal(number, 0);
    }
    return std::nullopt;
}

}  // namespace planlezer
