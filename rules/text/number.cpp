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

using NumberWord = std::pair<std::string_view, int>;
constexpr std::array<NumberWord, 20> small_numbers{{
    {"nul", 0},       {"een", 1},        {"twee", 2},       {"drie", 3},      {"vier", 4},     {"vijf", 5},     {"zes", 6},
    {"zeven", 7},     {"acht", 8},       {"negen", 9},      {"tien", 10},     {"elf", 11},     {"twaalf", 12},  {"dertien", 13},
    {"veertien", 14}, {"vijftien", 15},  {"zestien", 16},   {"zeventien", 17},{"achttien", 18},{"negentien", 19},
}};
constexpr std::array<NumberWord, 8> tens{{
    {"twintig", 20}, {"dertig", 30}, {"veertig", 40}, {"vijftig", 50}, {"zestig", 60}, {"zeventig", 70}, {"tachtig", 80}, {"negentig", 90},
}};

template <std::size_t n>
std::optional<int> looked_up(std::string_view word, const std::array<NumberWord, n>& words) {
    const auto found = std::ranges::find(words, word, &NumberWord::first);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

/// "zeven", "veertig", "vijfenveertig": 0 to 99.
std::optional<int> below_hundred(std::string_view word) {
    if (const auto small = looked_up(word, small_numbers)) return small;
    if (const auto ten = looked_up(word, tens)) return ten;
    for (const auto& [name, value] : tens) {
        if (!word.ends_with(name)) continue;
        const std::string_view rest = word.substr(0, word.size() - name.size());
        if (!rest.ends_with("en")) return std::nullopt;
        const auto unit = looked_up(rest.substr(0, rest.size() - 2), small_numbers);
        return unit && *unit > 0 && *unit < 10 ? std::optional(value + *unit) : std::nullopt;
    }
    return std::nullopt;
}

/// "vierhonderd", "honderdvijftig", "duizend", "vijftienhonderd".
std::optional<int> whole_number(std::string_view word) {
    static constexpr std::array<NumberWord, 2> powers{{{"duizend", 1000}, {"honderd", 100}}};
    for (const auto& [name, power] : powers) {
        const std::size_t at = word.find(name);
        if (at == std::string_view::npos) continue;
        const std::string_view before = word.substr(0, at);
        const std::string_view after = word.substr(at + name.size());
        const auto times = before.empty() ? std::optional(1) : below_hundred(before);
        const auto rest = after.empty() ? std::optional(0) : whole_number(after);
        return times && rest && *rest < power ? std::optional(*times * power + *rest) : std::nullopt;
    }
    return below_hundred(word);
}

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
    if (const auto number = whole_number(folded)) return Decimal(*number, 0);
    return std::nullopt;
}

}  // namespace planlezer
