// How sure a norm is: the flags it gets, its confidence, and whether a planner may use it unseen.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/norms/find_norms.hpp"
#include "rules/norms/reading.hpp"
#include "rules/norms/subject.hpp"

namespace planlezer {

/// A norm at or above this confidence and without a flag above info is accepted.
/// Chosen on the development gold with tests/bench/calibration.py. Of the norms at or above it and without a flag the
/// gold has 359 of 365 on digital pages, 335 of 340 on scans of 300 dpi and 314 of 318 on bad ones (two designs, by
/// kind and value alone); the others stand at numbers to which the gold gives no kind, none at a number read wrong.
inline constexpr double accept_from = 0.88;

/// Sets confidence, flags and status of a norm that is about to be appended to `found`.
void weigh(const DocumentText& text, const Clause& clause, const Reading& reading, const Subject& subject, NormStatement& norm, FoundNorms& found);

/// Puts the code of a flag on a norm, in the order of the codes; false when it bears it already.
bool put_code(FlagCode code, NormStatement& norm);

/// Puts a flag on a norm: its code on the norm, its detail among the flags of the document.
void put_flag(FlagCode code, std::string detail, NormStatement& norm, std::size_t index, std::vector<Flag>& flags);

/// Status from flags and confidence.
void settle_status(NormStatement& norm);

}  // namespace planlezer
