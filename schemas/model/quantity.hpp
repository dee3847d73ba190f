// Exact decimal numbers and their units; no value of a norm ever passes through binary floating point.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace planlezer {

/// digits / 10^scale; normalised so that no trailing zero stands behind the point ("10,50" is {105, 1}).
class Decimal {
  public:
    constexpr Decimal() = default;
    /// Normalises; scale 0..9.
    Decimal(std::int64_t digits, int scale);

    /// Reads "12", "12.5" (point only, as in JSON output); nullopt for anything else or more than 15 digits.
    static std::optional<Decimal> parse(std::string_view text);

    [[nodiscard]] std::int64_t digits() const { return digits_; }
    [[nodiscard]] int scale() const { return scale_; }
    /// "10.5": shortest form with a point.
    [[nodiscard]] std::string text() const;
    /// "10,5": the same with a comma.
    [[nodiscard]] std::string text_nl() const;
    /// value * 10^power, exact; nullopt on overflow.
    [[nodiscard]] std::optional<Decimal> shifted(int power) const;
    /// Nearest double: for plausibility and ordering only, never for output.
    [[nodiscard]] double approx() const;

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend bool operator<(const Decimal& a, const Decimal& b);

  private:
    std::int64_t digits_ = 0;
    int scale_ = 0;
};

enum class Unit { none, metre, square_metre, cubic_metre, percent, degree, count, bouwlagen };

/// As in the output: "m", "m2", "m3", "%", "degree", "count", "bouwlagen"; "" for none.
[[nodiscard]] std::string_view unit_text(Unit unit);
[[nodiscard]] std::optional<Unit> unit_from_text(std::string_view text);

struct Quantity {
    Decimal value;
    Unit unit = Unit::none;
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

}  // namespace planlezer
