// Values of the map that no rule refers to: emitted for a person to judge, for a value binds through a rule only.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/map/join/ground.hpp"
#include "rules/map/join/ledger.hpp"
#include "schemas/rulebook/map_book.hpp"
#include "schemas/model/plan_result.hpp"
#include "schemas/rulebook/map_book.hpp"

namespace planlezer {

/// A value that a rule of the same bestemming states in words, for buildings and without a condition, is no surplus:
/// equal, it confirms the rule; unlike, both are flagged as disagreeing. Every other value becomes a norm in review, one
/// a kind, value and bestemming.
void emit_unused(const MapBook& book, Ground& ground, Ledger& ledger, PlanResult& result);

}  // namespace planlezer
