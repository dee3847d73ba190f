// Writes the full result of one plan as the published JSON (schemas/plan-result.schema.json).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// Name and version of the form, as it stands in the file.
inline constexpr std::string_view plan_result_format = "planlezer/1";

/// Same result, same bytes, in any locale. Boxes at 2 decimals (points), confidence at 3.
[[nodiscard]] std::string write_plan_result(const PlanResult& result);

}  // namespace planlezer
