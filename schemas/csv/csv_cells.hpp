// Cells of the CSV tables: quoting, Dutch numbers, and the guard against text that a spreadsheet would run.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "schemas/model/quantity.hpp"

namespace planlezer {

/// Tells a spreadsheet that the text is UTF-8; stands once, before the head of a table.
inline constexpr std::string_view csv_byte_order_mark = "\xEF\xBB\xBF";

/// Text out of a plan. A cell that a spreadsheet could take for a formula (its first sign is = + - @ or a full-width
/// form of these, also after blanks) gets an apostrophe in front; line ends and other control characters become
/// blanks; quoted where needed.
[[nodiscard]] std::string csv_text(std::string_view text);
/// Several texts in one cell, " | " between.
[[nodiscard]] std::string csv_texts(std::span<const std::string> texts);
/// "10,5"; empty for none.
[[nodiscard]] std::string csv_decimal(const std::optional<Decimal>& value);
/// 0-1 at three decimals with a comma: "0,993".
[[nodiscard]] std::string csv_share(double share);
/// "art. 4.2": a bare "4.2" would be read as a date or a thousand.
[[nodiscard]] std::string csv_article(std::string_view article);
/// Cells with ';' between and CRLF behind, as RFC 4180 and every Dutch spreadsheet have it.
[[nodiscard]] std::string csv_row(std::span<const std::string> cells);

}  // namespace planlezer
