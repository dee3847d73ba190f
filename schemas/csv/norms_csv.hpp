// The table norms.csv: one row a norm, for Dutch spreadsheets and GIS joins.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// Byte order mark and names of the columns; they are the names of the fields in plans/*.json.
[[nodiscard]] std::string norms_csv_header();
/// The norms of one plan, in their order; empty when it has none.
[[nodiscard]] std::string norms_csv_rows(const PlanResult& result);

}  // namespace planlezer
