#include "rules/map/sheet/sign_pattern.hpp"

#include <algorithm>
#include <array>

#include "rules/text/number.hpp"
#include "schemas/model/ascii.hpp"

namespace planlezer {

namespace {

/// Runs of digits with their comma, of letters, and single other signs; blanks part runs and are gone.
std::vector<std::string> runs_of(std::string_view text) {
    std::vector<std::string> runs;
    bool joined = false;
    const auto kind = [](char c) { return is_ascii_digit(c) ? 'd' : is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? 'l' : 'o'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ' ') {
            joined = false;
            continue;
        }
        const bool point = (c == ',' || c == '.') && i > 0 && i + 1 < text.size() && is_ascii_digit(text[i - 1]) && is_ascii_digit(text[i + 1]);
        const bool goes_on = joined && !runs.empty() && (point || (kind(c) != 'o' && kind(runs.back().back()) == kind(c)) ||
                                                          (is_ascii_digit(c) && (runs.back().back() == ',' || runs.back().back() == '.') && runs.back().size() > 1));
        if (goes_on) runs.back() += c;
        else runs.emplace_back(1, c);
        joined = true;
    }
    return runs;
}

bool stands_for_number(const std::vector<std::string>& runs, std::size_t at) {
    const std::string& run = runs[at];
    if (run.size() != 1 || !is_ascii_letter(run[0])) return false;
    const bool names = at + 1 < runs.size() && (runs[at + 1] == "=" || runs[at + 1] == ":");
    return !names;
}

/// The letter of the standard signs s128 to s130 is no number: of two cells above each other, the one in its place.
bool holds_letter(const MapSign& sign, const SignCell& cell) {
    if (sign.cells.size() != 2 || sign.cells[0].row == sign.cells[1].row) return false;
    if (sign.shape == SignShape::square || sign.shape == SignShape::triangle_up) return cell.row == 0;
    return sign.shape == SignShape::triangle_down && cell.row == 1;
}

std::string mark_key(SignMark mark) { return std::string(1, "-atcl"[static_cast<std::size_t>(mark)]); }

void add_cell(const MapSign& sign, std::size_t index, bool in_legend, SignPattern& pattern) {
    const SignCell& cell = sign.cells[index];
    pattern.key += "[" + std::to_string(cell.row) + "," + std::to_string(cell.column) + mark_key(cell.above) + mark_key(cell.below) + " ";
    const std::vector<std::string> runs = runs_of(cell.text);
    for (std::size_t at = 0; at < runs.size(); ++at) {
        const std::string& run = runs[at];
        const bool percent = at + 1 < runs.size() && runs[at + 1] == "%";
        const auto number = is_ascii_digit(run[0]) ? parse_number(run) : std::nullopt;
        const auto roman = number || (in_legend && run.size() == 1) ? std::nullopt : parse_roman(run);
        if (number || roman) {
            pattern.numbers.push_back({index, number ? number : roman, run, percent, roman.has_value()});
            pattern.key += roman ? "R" : "#";
        } else if (in_legend && !holds_letter(sign, cell) && stands_for_number(runs, at)) {
            pattern.numbers.push_back({index, std::nullopt, run, percent, false});
            pattern.key += "#";
        } else {
            pattern.key += ascii_lower(run);
        }
    }
    pattern.key += "]";
}

}  // namespace

SignPattern pattern_of(const MapSign& sign, bool in_legend) {
    SignPattern pattern;
    pattern.key = std::to_string(static_cast<int>(sign.shape));
    for (std::size_t i = 0; i < sign.cells.size(); ++i) add_cell(sign, i, in_legend, pattern);
    return pattern;
}

std::optional<Decimal> parse_roman(std::string_view text) {
    static constexpr std::array<std::string_view, 12> numerals{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
    const auto found = std::ranges::find(numerals, text);
    if (found == numerals.end()) return std::nullopt;
    return Decimal(found - numerals.begin() + 1, 0);
}

}  // namespace planlezer
