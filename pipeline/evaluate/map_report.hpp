// An evaluation of maps for people (a table, and a list of what went wrong) and for programs (JSON).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>

#include "pipeline/evaluate/map_score.hpp"

namespace planlezer::evaluate {

/// Dutch; every share with its 95 % interval and its counts.
void print_map_score(std::ostream& out, const MapScore& score);

/// Every value not read, not in its place or overlapping badly, and every wrong value without a flag.
void print_map_faults(std::ostream& out, const MapScore& score);

/// The same figures; a rate is {"hits", "total", "share", "low", "high"}.
[[nodiscard]] std::string map_score_json(const MapScore& score);

}  // namespace planlezer::evaluate
