// Words broken at a line end: joined, or left as the two words they are ("aan-" "en uitbouwen").
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/layout/line.hpp"

namespace planlezer {

/// Joins in place; lines that become empty are removed. Whether the hyphen belongs to the word is taken from how the
/// word stands elsewhere in the lines; else it is dropped, but for prefixes that keep theirs ("niet-vrijstaand").
void join_hyphens(std::vector<Line>& lines);

}  // namespace planlezer
