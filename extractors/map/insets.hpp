// Finds the details of a sheet that are drawn at a scale of their own, in a frame.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extractors/map/sheet_parts.hpp"

namespace planlezer {

/// "Detail A", "Inzet schaal 1:500": what it says is not said of the whole sheet.
[[nodiscard]] bool titles_inset(const std::string& text);

/// \param scale of the sheet; 0 when unknown
[[nodiscard]] std::vector<Box> find_insets(const SheetParts& parts, double scale);

}  // namespace planlezer
