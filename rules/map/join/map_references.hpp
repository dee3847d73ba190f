// Rules that leave their value to the map, turned into norms with the map's values and areas.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/map/join/ground.hpp"
#include "rules/map/join/ledger.hpp"
#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// True for a norm whose value stands on the map and is not known yet.
[[nodiscard]] bool awaits_map(const NormStatement& norm);

/// Says of every norm that awaits a map why it got no value; `why` when there is no map at all.
void tell_unresolved(PlanResult& result, const std::string& why);

/// One norm a distinct value within the bestemming whose article refers to it, areas merged; order and flags of the
/// other norms are kept. What the map does not answer stays as it was, with a message that says what is missing.
void resolve_references(Ground& ground, Ledger& ledger, PlanResult& result);

/// A new norm from a value that no rule refers to; its area and flags are the caller's.
[[nodiscard]] NormStatement norm_of_value(const PlanMap& map, const PlanObject& object, const MapValue& value);

/// What a value itself gives cause to doubt, put on a norm that takes it over.
void doubt_value(const PlanObject& object, const MapValue& value, std::size_t norm, PlanResult& result);

}  // namespace planlezer
