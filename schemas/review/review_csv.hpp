// The table review.csv: what waits for a person, one row an item.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// Byte order mark and names of the columns.
[[nodiscard]] std::string review_csv_header();
/// The review queue of one plan; empty when nothing waits.
[[nodiscard]] std::string review_csv_rows(const PlanResult& result);

}  // namespace planlezer
