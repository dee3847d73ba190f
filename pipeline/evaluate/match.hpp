// Which emitted norm is which gold norm.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "pipeline/evaluate/results.hpp"

namespace planlezer::evaluate {

struct Matches {
    std::vector<std::optional<std::size_t>> norm_of_gold;  ///< index into Trial::norms
    std::vector<std::optional<std::size_t>> gold_of_norm;  ///< index into GoldFile::norms, gold of kind "other" included
};

/// The value stands in the words (or a table of them), so that it is to be found.
[[nodiscard]] bool value_in_words(const GoldNorm& gold);
[[nodiscard]] bool value_in_words(const NormStatement& norm);

/// By kind and value, or by kind and source where the text gives no value; each gold norm and each emitted norm once. Of
/// several that fit, first those of the same role, then by overlap of subject and condition, then of the quote, then
/// accepted before review. Norms with values of the map share the gold norm of the rule that leaves its value to it.
/// Emitted norms that are left answer a gold norm of kind "other" with their value, each once.
[[nodiscard]] Matches match(const Trial& trial);

}  // namespace planlezer::evaluate
