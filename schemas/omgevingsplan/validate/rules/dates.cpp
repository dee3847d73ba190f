#include "schemas/omgevingsplan/validate/rules/dates.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>

namespace planlezer::omgevingsplan::validation {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || stop != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

/// Anonymous Gregorian algorithm.
sys_days easter(int y) {
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return sys_days(year(y) / month(static_cast<unsigned>(n / 31)) / day(static_cast<unsigned>(n % 31 + 1)));
}

/// 27 April, or the Saturday before when that is a Sunday.
sys_days kings_day(year y) {
    const sys_days at = sys_days(y / 4 / 27);
    return std::chrono::weekday(at) == std::chrono::Sunday ? at - days(1) : at;
}

}  // namespace

std::optional<year_month_day> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = number(text.substr(0, 4));
    const auto m = number(text.substr(5, 2));
    const auto d = number(text.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const year_month_day date = year(*y) / month(static_cast<unsigned>(*m)) / day(static_cast<unsigned>(*d));
    return date.ok() ? std::optional(date) : std::nullopt;
}

bool is_working_day(year_month_day date) {
    const sys_days at(date);
    const std::chrono::weekday weekday(at);
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    const sys_days paschal = easter(static_cast<int>(date.year()));
    const year y = date.year();
    const std::initializer_list<sys_days> holidays{sys_days(y / 1 / 1),  paschal + days(1),  kings_day(y),
                                                   paschal + days(39),   paschal + days(50), sys_days(y / 12 / 25),
                                                   sys_days(y / 12 / 26)};
    return std::ranges::find(holidays, at) == holidays.end();
}

}  // namespace planlezer::omgevingsplan::validation
