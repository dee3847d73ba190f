// Which areas of a sheet are what: bestemmingsvlak, bouwvlak, maatvoeringsvlak, by the styles of the legend.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "rules/map/sheet/legend.hpp"
#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan_map.hpp"
#include "schemas/rulebook/map_book.hpp"

namespace planlezer {

/// An area with its meaning, still on the sheet.
struct SheetArea {
    PlanObjectKind kind = PlanObjectKind::enkelbestemming;
    std::string name;
    std::string code;
    std::string article;
    MultiPolygon shape;       ///< points
    double confidence = 1.0;  ///< 0-1
    std::vector<std::string> may_be;  ///< names of the legend that are drawn alike, when no letters tell which it is
    bool outline = false;     ///< drawn by its line alone, without a colour or hatching
    bool dashed = false;      ///< an outline in dashes: no frame of something else is
    bool guessed_whole = false;  ///< put together from parts of which the largest has no sign
};

/// Areas that mean nothing (a house of the base map, an unknown colour) are left out.
[[nodiscard]] std::vector<SheetArea> read_areas(const MapSheet& sheet, const Legend& legend, const MapBook& book, bool standard_sheet);

}  // namespace planlezer
