#include "schemas/model/imro_name.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "schemas/model/ascii.hpp"

namespace planlezer {

namespace {

constexpr std::string_view prefix = "nl.imro.";
constexpr std::size_t code_digits = 4;
constexpr std::size_t max_version = 4;

/// Length of the letters and digits at the start.
std::size_t alnum_run(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, is_ascii_alnum);
    return static_cast<std::size_t>(end - text.begin());
}

/// Place and length of the version in "<plan>-<versie>...", where a plan may hold hyphens itself. A version has at
/// most four characters, nearly always with a digit ("va01", "0401"); "VAST" is met too, so the last four-letter
/// part will do when no part has a digit.
std::optional<std::pair<std::size_t, std::size_t>> find_version(std::string_view text) {
    std::optional<std::pair<std::size_t, std::size_t>> letters_only;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!is_ascii_alnum(c) && c != '-' && c != '_') break;
        if (c != '-' || i == 0) continue;
        const std::string_view part = text.substr(i + 1, alnum_run(text.substr(i + 1)));
        if (part.size() < 2 || part.size() > max_version) continue;
        if (std::ranges::any_of(part, is_ascii_digit)) return std::pair(i + 1, part.size());
        if (part.size() == max_version) letters_only = std::pair(i + 1, part.size());
    }
    return letters_only;
}

/// How far a plan has come, from the letters of its version; 0 for letters that tell nothing.
int stage(std::string_view letters) {
    constexpr std::array<std::pair<std::string_view, int>, 12> stages{{{"co", 1},
                                                                       {"cn", 1},
                                                                       {"vo", 2},
                                                                       {"ow", 3},
                                                                       {"on", 3},
                                                                       {"va", 4},
                                                                       {"vg", 4},
                                                                       {"vas", 4},
                                                                       {"vast", 4},
                                                                       {"def", 4},
                                                                       {"oh", 5},
                                                                       {"onh", 5}}};
    const auto row = std::ranges::find(stages, letters, &std::pair<std::string_view, int>::first);
    return row == stages.end() ? 0 : row->second;
}

}  // namespace

std::optional<ImroName> find_imro_name(std::string_view text) {
    const std::string lower = ascii_lower(text);
    for (std::size_t at = lower.find(prefix); at != std::string::npos; at = lower.find(prefix, at + 1)) {
        const std::string_view code = std::string_view(lower).substr(at + prefix.size());
        if (code.size() < code_digits + 2 || code[code_digits] != '.') continue;
        if (!std::ranges::all_of(code.substr(0, code_digits), is_ascii_digit)) continue;
        const std::string_view rest = code.substr(code_digits + 1);
        const auto version = find_version(rest);
        if (!version) continue;
        const std::size_t before_version = prefix.size() + code_digits + 1 + version->first;
        return ImroName{std::string(text.substr(at, before_version + version->second)),
                        lower.substr(at, before_version - 1), lower.substr(at + before_version, version->second)};
    }
    return std::nullopt;
}

std::partial_ordering compare_versions(std::string_view a, std::string_view b) {
    if (a == b) return std::partial_ordering::equivalent;
    const auto split = [](std::string_view version) {
        const auto first_digit = std::ranges::find_if(version, is_ascii_digit);
        const auto letters = static_cast<std::size_t>(first_digit - version.begin());
        return std::pair(version.substr(0, letters), version.substr(letters));
    };
    const auto [letters_a, digits_a] = split(a);
    const auto [letters_b, digits_b] = split(b);
    const int stage_a = stage(letters_a);
    const int stage_b = stage(letters_b);
    if (stage_a != stage_b) {
        if (stage_a == 0 || stage_b == 0) return std::partial_ordering::unordered;
        return stage_a <=> stage_b;
    }
    if (stage_a == 0 && letters_a != letters_b) return std::partial_ordering::unordered;
    const auto number = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
        return value;
    };
    const auto number_a = number(digits_a);
    const auto number_b = number(digits_b);
    if (!number_a || !number_b || *number_a == *number_b) return std::partial_ordering::unordered;
    return *number_a <=> *number_b;
}

}  // namespace planlezer
