// An evaluation for people (a table, and a list of what went wrong) and for programs (JSON).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "pipeline/evaluate/score.hpp"

namespace planlezer::evaluate {

/// Dutch; every share with its 95 % interval and its counts. Lines up to 130 columns.
void print_score(std::ostream& out, const Score& score);

/// Every miss, every unflagged error, every wrong subject, role and unit: gold file, quote, and what was emitted.
void print_faults(std::ostream& out, const std::vector<Trial>& trials, const std::vector<Matches>& matches);

/// The same figures; a rate is {"hits", "total", "share", "low", "high"}.
[[nodiscard]] std::string score_json(const Score& score);

}  // namespace planlezer::evaluate
