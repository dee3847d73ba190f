// The scale a sheet prints: "Schaal 1:1.000".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extractors/map/text_runs.hpp"

namespace planlezer {

/// 1000 for "1:1.000"; 0 when the text holds none from 100 to 50,000.
[[nodiscard]] double scale_in(const std::string& text);

/// Where the word "schaal" stands by it, else the only one; 0 when there is none or nobody can tell which.
[[nodiscard]] double sheet_scale(const std::vector<TextRun>& runs);

}  // namespace planlezer
