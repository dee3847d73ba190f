// What the words and letters of a legend look like.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace planlezer {

inline constexpr std::size_t longest_code = 8;  ///< bytes: "GD-1", "sba-12"

/// Short letters, or a label with a place left open for its number: "goot … m", "xx lagen".
[[nodiscard]] bool may_be_code(const std::string& text);

/// "Legenda", "Verklaring", "Renvooi".
[[nodiscard]] bool is_legend_title(const std::string& text);

}  // namespace planlezer
