#include "schemas/model/quantity.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace planlezer {

namespace {

constexpr int max_scale = 9;
constexpr std::int64_t max_digits = 999'999'999'999'999;

std::string with_separator(std::int64_t digits, int scale, char separator) {
    std::string text = std::to_string(digits < 0 ? -digits : digits);
    if (scale > 0) {
        while (text.size() <= static_cast<std::size_t>(scale)) text.insert(text.begin(), '0');
        text.insert(text.size() - static_cast<std::size_t>(scale), 1, separator);
    }
    return digits < 0 ? "-" + text : text;
}

}  // namespace

Decimal::Decimal(std::int64_t digits, int scale) : digits_(digits), scale_(scale) {
    if (scale < 0 || scale > max_scale || digits > max_digits || digits < -max_digits) {
        throw std::out_of_range("Decimal out of range");
    }
    while (scale_ > 0 && digits_ % 10 == 0) {
        digits_ /= 10;
        --scale_;
    }
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    std::int64_t digits = 0;
    int scale = 0;
    bool point = false;
    bool any = false;
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    for (const char c : text) {
        if (c == '.' && !point && any) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            if (digits > max_digits / 10 || (point && scale == max_scale)) return std::nullopt;
            digits = digits * 10 + (c - '0');
            if (point) ++scale;
            any = true;
        } else {
            return std::nullopt;
        }
    }
    if (!any || (point && scale == 0)) return std::nullopt;
    return Decimal(negative ? -digits : digits, scale);
}

std::string Decimal::text() const { return with_separator(digits_, scale_, '.'); }

std::string Decimal::text_nl() const { return with_separator(digits_, scale_, ','); }

std::optional<Decimal> Decimal::shifted(int power) const {
    std::int64_t digits = digits_;
    int scale = scale_ - power;
    while (scale < 0) {
        if (digits > max_digits / 10 || digits < -max_digits / 10) return std::nullopt;
        digits *= 10;
        ++scale;
    }
    if (scale > max_scale) return std::nullopt;
    return Decimal(digits, scale);
}

double Decimal::approx() const { return static_cast<double>(digits_) / std::pow(10.0, scale_); }

bool operator<(const Decimal& a, const Decimal& b) {
    // 15 digits times 10^9 overflows 64 bits; long double keeps 64 bits of mantissa, enough for the comparison
    // after the exact test for equality.
    if (a == b) return false;
    const auto wide = [](const Decimal& d) { return static_cast<long double>(d.digits_) / std::pow(10.0L, d.scale_); };
    return wide(a) < wide(b);
}

namespace {

constexpr std::array<std::pair<Unit, std::string_view>, 8> units{{{Unit::none, ""},
                                                                  {Unit::metre, "m"},
                                                                  {Unit::square_metre, "m2"},
                                                                  {Unit::cubic_metre, "m3"},
                                                                  {Unit::percent, "%"},
                                                                  {Unit::degree, "degree"},
                                                                  {Unit::count, "count"},
                                                                  {Unit::bouwlagen, "bouwlagen"}}};

}  // namespace

std::string_view unit_text(Unit unit) {
    for (const auto& [key, text] : units) {
        if (key == unit) return text;
    }
    throw std::logic_error("unit without a text");
}

std::optional<Unit> unit_from_text(std::string_view text) {
    for (const auto& [key, name] : units) {
        if (name == text) return key;
    }
    return std::nullopt;
}

}  // namespace planlezer
