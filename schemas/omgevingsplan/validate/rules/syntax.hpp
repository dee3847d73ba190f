// The forms in which identifiers are written: AKN and JOIN, doel, versienummer, OW, eId and wId.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planlezer::omgevingsplan::validation {

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, std::string_view mark);

/// Part `index` (from 0) of "/akn/nl/bill/gm9920/2026/naam"; empty when there is none.
[[nodiscard]] std::string_view part_of_id(std::string_view id, std::size_t index);

[[nodiscard]] bool is_digits(std::string_view text);
/// Only letters without accent, digits and what is in `also`.
[[nodiscard]] bool is_plain(std::string_view text, std::string_view also = {});

/// [A-Za-z0-9-]{1,32}
[[nodiscard]] bool is_version_number(std::string_view text);
/// /join/id/proces/[organisatie]/[jaar of datum]/[naam]
[[nodiscard]] bool is_doel(std::string_view text);
/// A year, or a day as JJJJ-MM-DD.
[[nodiscard]] bool is_year_or_date(std::string_view text);

/// "omgevingsnorm" of "nl.imow-gm9920.omgevingsnorm.abc"; nullopt when it has not the form of an identificatie (TPOD1892).
[[nodiscard]] std::optional<std::string_view> type_in_ow_id(std::string_view id);

/// "9" and "9.0" are one number.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
/// As numbers where both are, else as texts.
[[nodiscard]] bool is_same_value(std::string_view a, std::string_view b);

/// The part of an eId or wId before the number: "art" of "art_22a.1".
[[nodiscard]] std::string_view id_prefix(std::string_view part);

}  // namespace planlezer::omgevingsplan::validation
