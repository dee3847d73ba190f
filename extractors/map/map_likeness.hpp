// How much a page looks like a map sheet, by what is drawn on it; its name is not asked.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/map/sheet_parts.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// 0-1. \param sheet with signs, areas, legend, scale, north and crosses set
[[nodiscard]] double map_likeness(const MapSheet& sheet, const SheetParts& parts, bool legend_has_title);

}  // namespace planlezer
