// Matches the rule book's patterns against a clause, in reading order or backwards from a value.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "rules/norms/tags.hpp"
#include "schemas/rulebook/pattern.hpp"

namespace planlezer {

/// Where a pattern ended and which tags its slots took. `end` is one past the last token forward,
/// and the first token of the match backwards.
struct Match {
    std::size_t end = 0;
    std::size_t gap = 0;  ///< words passed over in gaps
    std::vector<std::pair<std::string_view, const Tag*>> slots;
};

/// All ways in which the elements match from `token` on; the ways with the smallest gaps come first.
[[nodiscard]] std::vector<Match> match_forward(const Clause& clause, std::span<const PatternElement> elements, std::size_t token);

/// The same towards the start: `token` is one past the last token that may be used.
[[nodiscard]] std::vector<Match> match_backward(const Clause& clause, std::span<const PatternElement> elements, std::size_t token);

}  // namespace planlezer
