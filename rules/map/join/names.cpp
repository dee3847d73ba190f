#include "rules/map/join/names.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "rules/text/mend.hpp"
#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

namespace {

bool is_dash(std::string_view text, std::size_t at, std::size_t& size) {
    for (const std::string_view dash : {std::string_view("-"), std::string_view("\u2013"), std::string_view("\u2014"), std::string_view("\u2011"), std::string_view("\u2010")}) {
        if (text.substr(at).starts_with(dash)) {
            size = dash.size();
            return true;
        }
    }
    return false;
}

/// Where "(W-1)" begins at the end of a name; npos when none does.
std::size_t bracket_at_end(std::string_view name) {
    const std::size_t last = name.find_last_not_of(' ');
    if (last == std::string_view::npos || name[last] != ')') return std::string_view::npos;
    return name.rfind('(', last);
}

std::string digits_of(std::string_view name) {
    std::string digits;
    std::ranges::copy_if(name, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

}  // namespace

std::string plain_name(std::string_view name) {
    const std::size_t bracket = bracket_at_end(name);
    const std::string folded = fold(bracket == 0 ? name : name.substr(0, bracket));
    std::string plain;
    bool blank = false;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t size = 1;
        const char c = folded[at];
        if (is_dash(folded, at, size)) {
            plain += '-';
            blank = false;
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\'' || c == '"' || c == '.' || c == ',' || c == ':') {
            blank = true;
        } else {
            if (blank && !plain.empty() && plain.back() != '-') plain += ' ';
            blank = false;
            plain += c;
        }
        at += size;
    }
    return plain;
}

std::string letters_of(std::string_view name) {
    const std::size_t bracket = bracket_at_end(name);
    if (bracket == std::string_view::npos) return {};
    return plain_name(name.substr(bracket + 1, name.find_last_not_of(' ') - bracket - 1));
}

std::string artikel_number(std::string_view article) {
    std::size_t end = 0;
    while (end < article.size() && article[end] >= '0' && article[end] <= '9') ++end;
    return std::string(article.substr(0, end));
}

bool may_be_one_name(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    const std::string digits = digits_of(a);
    if (a.empty() || (!digits.empty() && digits != digits_of(b))) return false;  // "wonen-1" is not "wonen-2"
    if (b.starts_with(a) && (b.size() == a.size() || b[a.size()] == '-' || b[a.size()] == ' ')) return true;
    const std::size_t most = b.size() / 4;  // a letter in four read wrong
    return edit_distance(a, b, most) <= most;
}

bool names_a_value(std::string_view aanduiding) {
    const std::string folded = fold(aanduiding);
    constexpr std::array<std::string_view, 4> units{"(m)", "(m2)", "(m3)", "(%)"};
    constexpr std::array<std::string_view, 8> words{"maxim", "minim", "maatvoering", "bebouwingspercentage", "goothoogte", "bouwhoogte", "nokhoogte", "aantal "};
    return std::ranges::any_of(units, [&](std::string_view unit) { return folded.find(unit) != std::string::npos; }) ||
           std::ranges::any_of(words, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

std::string value_name(const MapValue& value) {
    const std::string_view quote = value.provenance.quote;
    const std::size_t colon = quote.rfind(": ");
    return plain_name(colon == std::string_view::npos ? value.kind : std::string(quote.substr(0, colon)));
}

std::string shown(const MapValue& value) {
    if (!value.value) return value.text;
    const std::string unit(unit_text(value.unit));
    return value.value->text_nl() + (unit.empty() || value.unit == Unit::count ? "" : " " + unit);
}

}  // namespace planlezer
