// Why a norm is in the results, told to a planner at a terminal.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "schemas/model/plan_result.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {

/// Dutch, lines of at most 80 signs (a longer word stands alone). With the rule book also the phrase that found the norm is
/// shown, as long as the book still has it; `book` may be null. \pre `norm` is an index into result.norms.
[[nodiscard]] std::string explanation(const PlanResult& result, std::size_t norm, const RuleBook* book);

}  // namespace planlezer
