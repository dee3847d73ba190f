// How a share is written down in an evaluation: for people in one cell of a table, for programs as JSON.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "pipeline/evaluate/wilson.hpp"
#include "schemas/json/json_layout.hpp"

namespace planlezer::evaluate {

/// Widths of a table's first column and of a column of rates, in signs.
inline constexpr std::size_t name_width = 32;
inline constexpr std::size_t rate_width = 27;

/// Filled with blanks to so many signs, with one where it is longer; counts signs, not bytes.
[[nodiscard]] std::string padded(std::string text, std::size_t width);

/// "97,0 [94,6-98,4] 320/330"; "-" when nothing was counted.
[[nodiscard]] std::string rate_text(const Rate& rate);

/// {"hits", "total", "share", "low", "high"}.
[[nodiscard]] Json rate_json(const Rate& rate);

}  // namespace planlezer::evaluate
