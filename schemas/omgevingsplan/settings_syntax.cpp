#include "schemas/omgevingsplan/settings_syntax.hpp"

#include <algorithm>
#include <regex>
#include <string_view>

#include "schemas/model/ascii.hpp"
#include "schemas/omgevingsplan/validate/rules/dates.hpp"

namespace planlezer::omgevingsplan {

namespace {

constexpr std::string_view separator = "__";
constexpr std::size_t longest_tag = 32;

/// "chp_22": a kind, and a number that does not end in a point.
bool is_step(std::string_view step) {
    const std::size_t kind = step.find('_');
    if (kind == 0 || kind == std::string_view::npos || kind + 1 == step.size()) return false;
    const auto in_number = [](char c) { return is_ascii_alnum(c) || c == '_' || c == '.' || c == '-'; };
    return std::ranges::all_of(step.substr(0, kind), [](char c) { return c >= 'a' && c <= 'z'; }) &&
           std::ranges::all_of(step.substr(kind + 1), in_number) && !step.ends_with('.');
}

/// "gm9920_" and the tag of a version taken off the front; nullopt when it is not there.
std::optional<std::string_view> behind_version(std::string_view w_id) {
    constexpr std::size_t code = 7;  // letters of "gm9920_"
    if (w_id.size() < code || !w_id.starts_with("gm") || w_id[code - 1] != '_') return std::nullopt;
    if (!std::ranges::all_of(w_id.substr(2, 4), is_ascii_digit)) return std::nullopt;
    w_id.remove_prefix(code);
    const auto in_tag = [](char c) { return is_ascii_alnum(c) || c == '-'; };
    const auto length = static_cast<std::size_t>(std::ranges::find_if_not(w_id, in_tag) - w_id.begin());
    if (length > longest_tag) return std::nullopt;
    return w_id.substr(length);
}

/// The wId of a part of this kind, "chp": the version and the steps to the part, each behind "__".
bool is_w_id_of(std::string_view kind, std::string_view w_id) {
    auto rest = behind_version(w_id);
    if (!rest || rest->empty()) return false;
    std::string_view step;
    while (!rest->empty()) {
        if (!rest->starts_with(separator)) return false;
        rest->remove_prefix(separator.size());
        const std::size_t end = std::min(rest->find(separator), rest->size());
        step = rest->substr(0, end);
        if (!is_step(step)) return false;
        rest->remove_prefix(end);
    }
    return step.substr(0, step.find('_')) == kind;
}

/// Easter Monday is the only Monday without publication that has another one, Whit Monday, seven weeks later.
bool is_good_friday(std::chrono::sys_days day) {
    using std::chrono::days;
    if (std::chrono::weekday(day) != std::chrono::Friday) return false;
    const std::chrono::sys_days monday = day + days(3);
    return !validation::is_working_day(monday) && !validation::is_working_day(monday + days(49));
}

}  // namespace

bool is_chapter_w_id(const std::string& value) { return is_w_id_of("chp", value); }

bool is_annex_w_id(const std::string& value) { return is_w_id_of("cmp", value); }

bool is_date(const std::string& value) { return day_of(value).has_value(); }

bool has_words(const std::string& value) { return value.find_first_not_of(" \t\n\v\f\r") != std::string::npos; }

std::size_t characters(const std::string& value) {
    return static_cast<std::size_t>(
        std::ranges::count_if(value, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool fits(const Syntax& syntax, const std::string& value) {
    if (characters(value) > syntax.longest) return false;
    if (syntax.pattern != nullptr && !std::regex_match(value, std::regex(syntax.pattern))) return false;
    return syntax.rule == nullptr || syntax.rule(value);
}

std::optional<std::chrono::sys_days> day_of(const std::string& date) {
    if (date.starts_with('-')) return std::nullopt;  // no year before our era
    const auto day = validation::parse_date(date);
    return day ? std::optional(std::chrono::sys_days(*day)) : std::nullopt;
}

bool is_publication_day(std::chrono::sys_days day) { return validation::is_working_day(day) && !is_good_friday(day); }

}  // namespace planlezer::omgevingsplan
