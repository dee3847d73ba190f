// Dates as they stand in a delivery, and the days on which the government publishes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace planlezer::omgevingsplan::validation {

/// "2026-12-14"; nullopt for what is no existing day in that form.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_date(std::string_view text);

/// No Saturday, Sunday or one of the generally recognised holidays on which nothing is published. Good Friday and 5 May count as
/// working days: some years and places work on them.
[[nodiscard]] bool is_working_day(std::chrono::year_month_day day);

}  // namespace planlezer::omgevingsplan::validation
