// Reads back what plan_result_writer wrote: for --resume, explain and eval.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// nullopt for anything that is not a whole result of this form: not JSON, a field missing or of another type, a name
/// out of its table, a norm id that does not exist. Never throws. Writing what was read gives the same bytes.
[[nodiscard]] std::optional<PlanResult> read_plan_result(std::string_view text);

}  // namespace planlezer
