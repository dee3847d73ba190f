#include "schemas/omgevingsplan/settings_syntax.hpp"

#include <regex>
#include <string_view>

namespace planlezer::omgevingsplan {

namespace {

/// Of digits only.
int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

}  // namespace

bool fits(const Syntax& syntax, const std::string& value) {
    if (!std::regex_match(value, std::regex(syntax.pattern))) return false;
    return std::string_view(syntax.pattern) != syntax::date.pattern || day_of(value).has_value();
}

std::optional<std::chrono::sys_days> day_of(const std::string& date) {
    if (!std::regex_match(date, std::regex(syntax::date.pattern))) return std::nullopt;
    const std::string_view text = date;
    const std::chrono::year_month_day day{std::chrono::year(number(text.substr(0, 4))),
                                          std::chrono::month(static_cast<unsigned>(number(text.substr(5, 2)))),
                                          std::chrono::day(static_cast<unsigned>(number(text.substr(8, 2))))};
    if (!day.ok()) return std::nullopt;
    return std::chrono::sys_days(day);
}

bool is_working_day(std::chrono::sys_days day) {
    const std::chrono::weekday weekday(day);
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    const std::chrono::year_month_day date(day);
    const std::chrono::month_day within_year = date.month() / date.day();
    using namespace std::chrono;
    return within_year != January / 1 && within_year != December / 25 && within_year != December / 26;
}

}  // namespace planlezer::omgevingsplan
