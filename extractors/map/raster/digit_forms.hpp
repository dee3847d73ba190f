// Reads a cut-out digit by its form alone, from drawings of the ten digits in five hands: owes nothing to Tesseract.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/map/raster/letters.hpp"

namespace planlezer {

/// nullopt when it is like none of the ten, or like two of them.
[[nodiscard]] std::optional<char> digit_of(const LetterForm& form);

/// A line of which each digit and comma of `read` is found again in its letters, in the order of reading; letters that
/// are no digits are taken as read. What differs is given as the forms have it.
/// \return nullopt when the letters cannot be counted off against `read`, or a form is no clear digit
[[nodiscard]] std::optional<std::string> read_by_form(const LetterLine& line, std::string_view read);

/// The number that the forms alone make, of digits, commas, dashes and a "%"; nullopt when one of them is none of these.
[[nodiscard]] std::optional<std::string> number_by_form(const LetterLine& line);

/// A digit of one of the hands: ink over its box, as in a LetterForm but 0-1.
struct DigitDrawing {
    double aspect = 0;  ///< width to height
    std::array<double, LetterForm::columns * LetterForm::rows> ink{};
};
/// \pre hand as nearest_hand() gave it, name a digit
[[nodiscard]] DigitDrawing digit_drawing(std::size_t hand, char name);

/// The hand whose digits are most like these.
[[nodiscard]] std::size_t nearest_hand(const std::vector<std::pair<char, LetterForm>>& known);

}  // namespace planlezer
