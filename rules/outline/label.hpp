// What may be read in the first words of a line as the number of an article, a lid or a list item.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/layout/line.hpp"

namespace planlezer {

enum class LabelStyle {
    hoofdstuk,    ///< "Hoofdstuk 2", "HOOFDSTUK II"
    paragraaf,    ///< "Paragraaf 1", "Afdeling I": below a hoofdstuk
    bijlage,      ///< "Bijlage 3"
    artikel,      ///< "Artikel 4", "ARTIKEL IV", "art. 4"
    dotted,       ///< "4.2.1"
    lid,          ///< "lid 2"
    arabic,       ///< "2."
    degree,       ///< "2°", "2e"
    lower,        ///< "b.", "aa."
    upper,        ///< "B."
    roman_lower,  ///< "ii."
    roman_upper,  ///< "II."
    dash,         ///< "-", "•", "*"
};

/// Of the numbered parts of a plan, not of lists in them.
[[nodiscard]] constexpr bool is_structural(LabelStyle style) {
    return style == LabelStyle::hoofdstuk || style == LabelStyle::paragraaf || style == LabelStyle::bijlage || style == LabelStyle::artikel ||
           style == LabelStyle::dotted;
}

/// How a label closes: part of what makes two labels of one list alike.
enum class LabelClose { none, point, bracket, other };

/// One way to read a label. "i." has two: the ninth letter and the first roman numeral.
struct LabelReading {
    LabelStyle style = LabelStyle::dash;
    int value = 0;             ///< from 1; for dotted the last number; 0 for a dash
    std::vector<int> path;     ///< for dotted: all numbers
    std::string text;          ///< as quoted: "4.2.1", "b", "2"
    bool mended = false;       ///< an OCR slip in the number was set right ("1o.2.1")
    friend bool operator==(const LabelReading&, const LabelReading&) = default;
};

struct Label {
    std::vector<LabelReading> readings;  ///< never empty; the literal ones first
    std::size_t words = 1;               ///< words of the line it takes
    std::size_t glued = 0;               ///< bytes of the last of these words that are label, when text is glued to it; else 0
    LabelClose close = LabelClose::none;
};

/// The label a line begins with; nullopt when its first word can be none. Whether it is one depends on what stands
/// before: see list_levels.hpp.
[[nodiscard]] std::optional<Label> read_label(const Line& line);

/// 4 for "4", "IV" or "iv"; nullopt for anything else or above 999.
[[nodiscard]] std::optional<int> number_value(std::string_view text);
/// The letter label of a value: 1 "a", 27 "aa".
[[nodiscard]] std::string letter_label(int value);
[[nodiscard]] std::string roman_label(int value);
/// The label of an item: "b", "B", "ii", "II", "2".
[[nodiscard]] std::string label_text(LabelStyle style, int value);

/// Whether OCR takes the one label for the other: "e" and "c", "l" and "1".
[[nodiscard]] bool confusable(std::string_view read, std::string_view meant);

}  // namespace planlezer
