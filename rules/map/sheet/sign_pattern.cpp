#include "rules/map/sheet/sign_pattern.hpp"

#include <algorithm>
#include <array>

#include "rules/text/number.hpp"
#include "schemas/model/ascii.hpp"

namespace planlezer {

namespace {

constexpr std::string_view ellipsis = "\u2026";

enum class Letter { blank, digit, letter, other };

Letter kind_of(char c) {
    if (c == ' ') return Letter::blank;
    if (is_ascii_digit(c)) return Letter::digit;
    return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? Letter::letter : Letter::other;
}

/// How many characters from `at` on belong together.
std::size_t run_length(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with(ellipsis)) return ellipsis.size();
    const Letter kind = kind_of(text[at]);
    std::size_t end = at + 1;
    if (kind == Letter::other) {
        while (text[at] == '.' && end < text.size() && text[end] == '.') ++end;
        return end - at;
    }
    // "m2" and "m3" are units, not a letter and a number.
    const bool power = kind == Letter::letter && at + 1 < text.size() && ascii_lower(text.substr(at, 1)) == "m" && (text[at + 1] == '2' || text[at + 1] == '3');
    if (power && (at + 2 == text.size() || kind_of(text[at + 2]) != Letter::digit)) return 2;
    const auto decimal_point = [&](std::size_t i) {
        return kind == Letter::digit && (text[i] == ',' || text[i] == '.') && i + 1 < text.size() && is_ascii_digit(text[i + 1]);
    };
    while (end < text.size() && (kind_of(text[end]) == kind || decimal_point(end)) && !text.substr(end).starts_with(ellipsis)) ++end;
    return end - at;
}

bool is_dots(std::string_view run) { return run == ellipsis || (run.size() >= 2 && run.find_first_not_of('.') == std::string_view::npos); }

CellToken token_of(std::string_view run, bool in_legend) {
    CellToken token{ascii_lower(run), std::nullopt, std::string(run)};
    if (token.form == "q") token.form = "g";  // on pictures one passes for the other, and no map has both
    if (token.form == "m\u00B2" || token.form == "m\u00B3") token.form = token.form == "m\u00B2" ? "m2" : "m3";
    if (is_ascii_digit(run[0])) token.value = parse_number(run);
    if (token.value || (in_legend && is_dots(run))) {
        token.form = "#";
    } else if (!in_legend || run.size() > 1) {
        token.value = parse_roman(run);
        if (token.value) token.form = "R";
    }
    return token;
}

/// "xx": one small letter for each digit. "mm" is a unit.
bool stands_for_digits(std::string_view text) {
    const bool alike = text.find_first_not_of(text[0]) == std::string_view::npos;
    return alike && text.size() <= 3 && text[0] >= 'a' && text[0] <= 'z' && text[0] != 'm';
}

/// One or two letters of which nobody knows which: of a number they say enough.
bool is_unknown_letter(std::string_view text) { return text == "\uFFFD" || text == "\uFFFD\uFFFD"; }

std::string number_text(int number) { return std::to_string(number); }

enum class Letters { as_drawn, of_legend, all_numbers };

void add_cell(const MapSign& sign, std::size_t index, Letters letters, SignPattern& pattern) {
    const SignCell& cell = sign.cells[index];
    pattern.key += "[" + number_text(cell.row) + "," + number_text(cell.column) + "," + number_text(static_cast<int>(cell.above)) + "," +
                   number_text(static_cast<int>(cell.below)) + " ";
    const std::vector<CellToken> tokens = tokens_of(cell.text, letters == Letters::all_numbers || (letters == Letters::of_legend && !holds_letter(sign, cell)));
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool percent = at + 1 < tokens.size() && tokens[at + 1].form == "%";
        if (tokens[at].is_number()) pattern.numbers.push_back({index, tokens[at].value, tokens[at].text, percent});
        pattern.key += tokens[at].form;
    }
    pattern.key += "]";
}

SignPattern pattern_with(const MapSign& sign, Letters letters) {
    SignPattern pattern;
    pattern.key = number_text(static_cast<int>(sign.shape));
    for (std::size_t i = 0; i < sign.cells.size(); ++i) add_cell(sign, i, letters, pattern);
    return pattern;
}

}  // namespace

std::vector<CellToken> tokens_of(std::string_view text, bool in_legend) {
    std::vector<CellToken> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (kind_of(text[at]) == Letter::blank) {
            ++at;
            continue;
        }
        const std::size_t length = run_length(text, at);
        tokens.push_back(token_of(text.substr(at, length), in_legend));
        at += length;
    }
    for (std::size_t at = 0; in_legend && at < tokens.size(); ++at) {
        CellToken& token = tokens[at];
        // The L of "…L" names what is counted.
        const bool named = at > 0 && tokens[at - 1].is_number() && !is_ascii_letter(tokens[at - 1].text[0]);
        const bool names = named || (at + 1 < tokens.size() && (tokens[at + 1].form == "=" || tokens[at + 1].form == ":" || tokens[at + 1].is_number()));
        const bool letter = (token.text.size() == 1 || stands_for_digits(token.text)) && is_ascii_letter(token.text[0]);
        if ((letter || is_unknown_letter(token.text)) && !names) token = {"#", std::nullopt, token.text};
    }
    return tokens;
}

bool holds_letter(const MapSign& sign, const SignCell& cell) {
    if (sign.cells.size() != 2 || sign.cells[0].row == sign.cells[1].row) return false;
    if (sign.shape == SignShape::square || sign.shape == SignShape::triangle_up) return cell.row == 0;
    return sign.shape == SignShape::triangle_down && cell.row == 1;
}

SignPattern pattern_of(const MapSign& sign, bool in_legend) { return pattern_with(sign, in_legend ? Letters::of_legend : Letters::as_drawn); }

SignPattern pattern_of_numbers(const MapSign& sign) { return pattern_with(sign, Letters::all_numbers); }

std::optional<Decimal> parse_roman(std::string_view text) {
    static constexpr std::array<std::string_view, 12> numerals{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
    const auto found = std::ranges::find(numerals, text);
    if (found == numerals.end()) return std::nullopt;
    return Decimal(found - numerals.begin() + 1, 0);
}

}  // namespace planlezer
