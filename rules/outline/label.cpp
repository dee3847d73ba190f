#include "rules/outline/label.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "schemas/rulebook/sections.hpp"

namespace planlezer {
namespace {

constexpr int max_number = 999;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool upper_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool letter(char c) { return lower_letter(c) || upper_letter(c); }

std::optional<int> digits_value(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > max_number) return std::nullopt;
    return value;
}

std::optional<int> roman_value(std::string_view text) {
    if (text.empty() || text.size() > 7) return std::nullopt;
    int total = 0;
    int before = 0;
    for (auto it = text.rbegin(); it != text.rend(); ++it) {
        int one = 0;
        switch (*it) {
            case 'i': case 'I': one = 1; break;
            case 'v': case 'V': one = 5; break;
            case 'x': case 'X': one = 10; break;
            case 'l': case 'L': one = 50; break;
            default: return std::nullopt;
        }
        total += one < before ? -one : one;
        before = std::max(before, one);
    }
    std::string again = roman_label(total);
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return upper_letter(c) ? static_cast<char>(c + 32) : c; });
    if (again != lower) return std::nullopt;
    return total;
}

/// Digits that OCR reads as letters, and only where digits must stand.
std::optional<std::string> digits_mended(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (digit(c)) {
            digits += c;
        } else if (c == 'l' || c == 'I' || c == 'i' || c == '|' || c == '!') {
            digits += '1';
        } else if (c == 'o' || c == 'O') {
            digits += '0';
        } else if (c == 'S' || c == 's') {
            digits += '5';
        } else if (c == 'B') {
            digits += '8';
        } else if (c == 'Z' || c == 'z') {
            digits += '2';
        } else {
            return std::nullopt;
        }
    }
    return digits;
}

constexpr std::array<std::string_view, 16> dashes{"-", "–", "—", "−", "‐", "•", "*", "·", "▪", "○", "●", "\xEF\x82\xB7", "■", "◦", "»", "o"};

bool is_dash(std::string_view word) { return std::find(dashes.begin(), dashes.end(), word) != dashes.end(); }

/// The word without what may stand around a label: opening quotes and brackets, and its close.
struct Core {
    std::string_view text;
    LabelClose close = LabelClose::none;
    bool opened = false;   ///< a bracket or quote before it
    bool degree = false;   ///< "1°", "1º"
};

Core core_of(std::string_view word) {
    Core core;
    for (bool again = true; again && !word.empty();) {
        again = false;
        for (const std::string_view open : {"(", "\"", "'", "“", "‘", "„", "["}) {
            if (word.starts_with(open)) {
                word.remove_prefix(open.size());
                core.opened = core.opened || open == "(";
                again = true;
            }
        }
    }
    for (bool again = true; again && !word.empty();) {
        again = false;
        for (const std::string_view end : {".", ")", ",", ":", ";", "]", "°", "º", "˚"}) {
            if (!word.ends_with(end)) continue;
            word.remove_suffix(end.size());
            again = true;
            if (end == "." && core.close == LabelClose::none) core.close = LabelClose::point;
            if (end == ")" || end == "]") core.close = LabelClose::bracket;
            if (end == "°" || end == "º" || end == "˚") core.degree = true;
            if ((end == "," || end == ":" || end == ";") && core.close == LabelClose::none) core.close = LabelClose::other;
        }
    }
    core.text = word;
    return core;
}

void add(std::vector<LabelReading>& readings, LabelStyle style, int value, std::string text, bool mended = false) {
    readings.push_back({style, value, {}, std::move(text), mended});
}

/// Readings of the core of a list label: letters, numbers, roman numerals.
std::vector<LabelReading> list_readings(const Core& core) {
    std::vector<LabelReading> readings;
    std::string_view text = core.text;
    if (text.empty() || text.size() > 5) return readings;
    if (const auto value = digits_value(text); value && text.size() <= 3 && *value > 0) {
        add(readings, core.degree ? LabelStyle::degree : LabelStyle::arabic, *value, std::string(text));
        return readings;
    }
    if (text.size() >= 2 && (text.back() == 'e' || text.back() == 'o') && digit(text.front())) {
        if (const auto value = digits_value(text.substr(0, text.size() - 1)); value && *value > 0 && *value < 40)
            add(readings, LabelStyle::degree, *value, std::string(text.substr(0, text.size() - 1)));
        return readings;
    }
    const bool same = std::all_of(text.begin(), text.end(), [&](char c) { return c == text.front(); });
    if (same && text.size() <= 2 && lower_letter(text.front()))
        add(readings, LabelStyle::lower, (text.front() - 'a' + 1) + 26 * static_cast<int>(text.size() - 1), std::string(text));
    if (text.size() == 2 && text.front() == 'a' && lower_letter(text[1]) && text[1] != 'a')
        add(readings, LabelStyle::lower, 26 + (text[1] - 'a' + 1), std::string(text));
    if (text.size() == 1 && upper_letter(text.front())) add(readings, LabelStyle::upper, text.front() - 'A' + 1, std::string(text));
    if (const auto value = roman_value(text); value && *value < 50) {
        add(readings, lower_letter(text.front()) ? LabelStyle::roman_lower : LabelStyle::roman_upper, *value, std::string(text));
    }
    return readings;
}

/// "4.2.1", "4.2.I", "1o.2.1", also with text glued behind; `used` gives the bytes that are number.
std::optional<LabelReading> dotted_reading(std::string_view word, std::size_t& used) {
    LabelReading reading{LabelStyle::dotted, 0, {}, {}, false};
    std::size_t at = 0;
    while (at < word.size()) {
        std::size_t end = at;
        while (end < word.size() && digit(word[end])) ++end;
        // A slip is mended only in a part that has a point on one side and no word behind it.
        std::size_t wide = end;
        while (wide < word.size() && (digit(word[wide]) || std::string_view("lIoOSB|i").find(word[wide]) != std::string_view::npos)) ++wide;
        if (wide > end && (wide == word.size() || word[wide] == '.') && wide - at <= 3) {
            const auto mended = digits_mended(word.substr(at, wide - at));
            if (!mended) return std::nullopt;
            const auto value = digits_value(*mended);
            if (!value || *value == 0) return std::nullopt;
            reading.path.push_back(*value);
            reading.mended = true;
            end = wide;
        } else {
            if (end == at || end - at > 3) break;
            const auto value = digits_value(word.substr(at, end - at));
            if (!value || *value == 0 || (word[at] == '0')) break;
            reading.path.push_back(*value);
        }
        used = end;
        if (end < word.size() && word[end] == '.') {
            at = end + 1;
        } else {
            break;
        }
    }
    if (reading.path.size() < 2 || reading.path.size() > 7) return std::nullopt;
    reading.value = reading.path.back();
    for (const int part : reading.path) {
        if (!reading.text.empty()) reading.text += '.';
        reading.text += std::to_string(part);
    }
    return reading;
}

std::optional<Label> dotted_label(const Line& line) {
    std::string_view word = line.words.front().text;
    std::size_t used = 0;
    auto reading = dotted_reading(word, used);
    if (!reading) return std::nullopt;
    Label label;
    std::string_view rest = word.substr(used);
    if (rest.starts_with('.')) {
        label.close = LabelClose::point;
        rest.remove_prefix(1);
        ++used;
    }
    if (rest == ":" || rest == ")" || rest == ",") {
        label.close = LabelClose::other;
        rest = {};
    }
    if (!rest.empty()) {
        // Glued to its heading: "10.2.3Bijbehorende". A unit or a list letter behind it is something else.
        const std::size_t dash = rest.starts_with("-") ? 1 : 0;
        if (rest.size() - dash < 3 || !letter(rest[dash])) return std::nullopt;
        label.glued = used;
    }
    label.readings.push_back(std::move(*reading));
    return label;
}

/// A single letter or number with its point glued to the text: "a.de goothoogte".
std::optional<Label> glued_list_label(const Line& line) {
    const std::string_view word = line.words.front().text;
    const std::size_t close = word.find_first_of(".)");
    if (close == std::string_view::npos || close == 0 || close > 2) return std::nullopt;
    const std::string_view rest = word.substr(close + 1);
    if (rest.size() < 2 || !std::all_of(rest.begin(), rest.begin() + 2, letter)) return std::nullopt;
    if (rest.find('.') != std::string_view::npos && rest.find('.') + 1 != rest.size()) return std::nullopt;
    Label label;
    label.readings = list_readings(core_of(word.substr(0, close + 1)));
    if (label.readings.empty()) return std::nullopt;
    label.close = word[close] == '.' ? LabelClose::point : LabelClose::bracket;
    label.glued = close + 1;
    return label;
}

struct Keyword {
    std::string_view word;
    LabelStyle style;
};
constexpr std::array<Keyword, 12> keywords{{
    {"artikel", LabelStyle::artikel}, {"artike1", LabelStyle::artikel}, {"artlkel", LabelStyle::artikel},
    {"art", LabelStyle::artikel}, {"hoofdstuk", LabelStyle::hoofdstuk}, {"hoofdstuck", LabelStyle::hoofdstuk},
    {"hoofdstul", LabelStyle::hoofdstuk}, {"paragraaf", LabelStyle::paragraaf}, {"afdeling", LabelStyle::paragraaf},
    {"bijlage", LabelStyle::bijlage}, {"lid", LabelStyle::lid}, {"deel", LabelStyle::hoofdstuk},
}};

/// "Artikel 4.", "ARTIKEL IV", "Artikel4", "art. 4a".
std::optional<Label> keyword_label(const Line& line) {
    const std::string& first = line.words.front().text;
    const std::string plain = folded(first);
    for (const Keyword& keyword : keywords) {
        if (!plain.starts_with(keyword.word)) continue;
        Label label;
        std::string_view number;
        std::string rest = plain.substr(keyword.word.size());
        if (!rest.empty() && rest.front() == '.') rest.erase(0, 1);
        if (rest.empty()) {
            if (line.words.size() < 2) return std::nullopt;
            // "artikel," inside a sentence.
            if (first.ends_with(',') || first.ends_with(';')) return std::nullopt;
            label.words = 2;
            number = line.words[1].text;
        } else {
            if (keyword.style == LabelStyle::lid || !digit(rest.front())) continue;
            number = rest;
        }
        const Core core = core_of(number);
        std::string text(core.text);
        if (const std::size_t dash = text.find_first_of("-:"); dash != std::string::npos && dash > 0) text.resize(dash);
        if (text.ends_with("–")) text.resize(text.size() - 3);
        label.close = core.close;
        auto value = number_value(text);
        bool mended = false;
        std::string suffix;
        if (!value && text.size() > 1 && letter(text.back())) {
            // "Artikel 4a" comes after 4.
            if ((value = digits_value(std::string_view(text).substr(0, text.size() - 1)))) suffix = text.back();
        }
        if (!value) {
            if (const auto digits = digits_mended(text); digits && text.size() <= 3 && (value = digits_value(*digits))) mended = true;
        }
        // A roman numeral of one letter may be a damaged digit ("Artikel l"): kept as the number it is.
        if (!value || *value == 0) {
            if (keyword.style != LabelStyle::bijlage || text.size() != 1 || !upper_letter(text.front())) return std::nullopt;
            value = text.front() - 'A' + 1;
        }
        label.readings.push_back({keyword.style, *value, {}, mended ? std::to_string(*value) + suffix : text, mended});
        return label;
    }
    return std::nullopt;
}

/// "- 3.2.1 Algemeen", "- a. de hoogte": a mark before a label of its own.
std::optional<Label> label_behind_dash(const Line& line) {
    if (line.words.size() < 3) return std::nullopt;
    Line rest;
    rest.words.assign(line.words.begin() + 1, line.words.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(line.words.size(), 4)));
    auto label = read_label(rest);
    if (!label || label->readings.front().style == LabelStyle::dash) return std::nullopt;
    const bool sure = label->close != LabelClose::none || label->readings.front().style == LabelStyle::dotted || label->readings.front().style == LabelStyle::artikel;
    if (!sure || (label->close == LabelClose::other)) return std::nullopt;
    ++label->words;
    return label;
}

}  // namespace

std::optional<int> number_value(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (digit(text.front())) return digits_value(text);
    return roman_value(text);
}

std::string letter_label(int value) {
    if (value < 1) return {};
    const char last = static_cast<char>('a' + (value - 1) % 26);
    return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), last);
}

std::string roman_label(int value) {
    static constexpr std::array<std::pair<int, std::string_view>, 7> parts{
        {{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
    std::string text;
    for (const auto& [worth, sign] : parts) {
        while (value >= worth) {
            text += sign;
            value -= worth;
        }
    }
    return text;
}

std::string label_text(LabelStyle style, int value) {
    switch (style) {
        case LabelStyle::lower: return letter_label(value);
        case LabelStyle::upper: {
            std::string text = letter_label(value);
            for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
            return text;
        }
        case LabelStyle::roman_lower: return roman_label(value);
        case LabelStyle::roman_upper: {
            std::string text = roman_label(value);
            for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
            return text;
        }
        default: return std::to_string(value);
    }
}

bool confusable(std::string_view read, std::string_view meant) {
    if (read == meant) return true;
    if (read.size() != meant.size()) return (read == "rn" && meant == "m") || (read == "m" && meant == "rn");
    static constexpr std::array<std::string_view, 11> alike{"ceo0", "l1iI|jt", "g9qp", "b6h", "s5S", "B8", "aod", "nhru", "0oO", "z2Z", "vyu"};
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (read[i] == meant[i] || (letter(read[i]) && letter(meant[i]) && (read[i] | 0x20) == (meant[i] | 0x20))) continue;
        const bool known = std::any_of(alike.begin(), alike.end(), [&](std::string_view group) {
            return group.find(read[i]) != std::string_view::npos && group.find(meant[i]) != std::string_view::npos;
        });
        if (!known) return false;
    }
    return true;
}

std::optional<Label> read_label(const Line& line) {
    if (line.words.empty() || line.table) return std::nullopt;
    const std::string& word = line.words.front().text;
    if (word.size() > 64) return std::nullopt;
    if (auto label = keyword_label(line)) return label;
    if (auto label = dotted_label(line)) return label;
    if (is_dash(word)) {
        if (auto behind = label_behind_dash(line)) return behind;
        Label label;
        add(label.readings, LabelStyle::dash, 0, "-");
        return label;
    }
    const Core core = core_of(word);
    Label label;
    label.readings = list_readings(core);
    label.close = core.close;
    if (core.degree && label.close == LabelClose::none) label.close = LabelClose::other;
    if (!label.readings.empty()) {
        // "(2 m)" and the like: an opening bracket needs its closing one.
        if (core.opened && core.close != LabelClose::bracket) return std::nullopt;
        return label;
    }
    if (auto glued = glued_list_label(line)) return glued;
    // "•de hoogte": a list sign glued to its text.
    for (const std::string_view sign : {"•", "·", "▪", "●", "■", "\xEF\x82\xB7"}) {
        if (word.size() > sign.size() + 1 && word.starts_with(sign)) {
            Label dash;
            add(dash.readings, LabelStyle::dash, 0, "-");
            dash.glued = sign.size();
            return dash;
        }
    }
    return std::nullopt;
}

}  // namespace planlezer
