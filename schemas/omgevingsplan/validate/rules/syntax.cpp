#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "schemas/omgevingsplan/validate/rules/dates.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::vector<std::string_view> split(std::string_view text, std::string_view mark) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(mark);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + mark.size());
    }
}

std::string_view part_of_id(std::string_view id, std::size_t index) {
    if (!id.starts_with('/')) return {};
    const auto parts = split(id.substr(1), "/");
    return index < parts.size() ? parts[index] : std::string_view{};
}

bool is_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

bool is_plain(std::string_view text, std::string_view also) {
    return std::ranges::all_of(text,
                               [&](char c) { return is_digit(c) || is_letter(c) || also.find(c) != std::string_view::npos; });
}

bool is_version_number(std::string_view text) { return !text.empty() && text.size() <= 32 && is_plain(text, "-"); }

bool is_year_or_date(std::string_view text) { return (text.size() == 4 && is_digits(text)) || parse_date(text).has_value(); }

bool is_doel(std::string_view text) {
    const auto parts = split(text, "/");
    if (parts.size() != 7 || !text.starts_with("/join/id/proces/")) return false;
    const std::string_view name = parts[6];
    return !parts[4].empty() && is_plain(parts[4]) && is_year_or_date(parts[5]) && !name.empty() && is_plain(name.substr(0, 1)) &&
           is_plain(name, "-_");
}

std::optional<std::string_view> type_in_ow_id(std::string_view id) {
    constexpr std::string_view start = "nl.imow-";
    constexpr std::array<std::string_view, 5> owners{"gm", "pv", "ws", "mnre", "mn"};
    if (!id.starts_with(start)) return std::nullopt;
    const auto parts = split(id.substr(start.size()), ".");
    if (parts.size() != 3) return std::nullopt;
    const auto* const owner = std::ranges::find_if(
        owners, [&](std::string_view o) { return parts[0].starts_with(o) && is_digits(parts[0].substr(o.size())); });
    const bool sound = owner != owners.end() && parts[0].size() - owner->size() <= 6 && !parts[2].empty() &&
                       parts[2].size() <= 32 && is_plain(parts[2]);
    return sound ? std::optional(parts[1]) : std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || stop != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

bool is_same_value(std::string_view a, std::string_view b) {
    const auto x = parse_number(a);
    const auto y = parse_number(b);
    // Both were written as decimals, so that equal ones are the same double.
    return x && y ? !(*x < *y) && !(*y < *x) : a == b;
}

std::string_view id_prefix(std::string_view part) { return part.substr(0, part.find('_')); }

}  // namespace planlezer::omgevingsplan::validation
