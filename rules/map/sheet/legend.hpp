// What the lines of a sheet's legend say: which sign names which norms, which style which kind of area.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/map/sheet/measures.hpp"
#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan_map.hpp"
#include "schemas/rulebook/map_book.hpp"

namespace planlezer {

/// A line of the legend that stands for a kind of area.
struct AreaMeaning {
    PlanObjectKind kind = PlanObjectKind::enkelbestemming;
    std::string name;  ///< "Wonen"; of a bouwvlak "bouwvlak"
    std::string code;  ///< "W"; empty when none
    AreaStyle style;
};

struct Legend {
    /// SignPattern::key to the norms its numbers stand for, in their order. A form that two lines explain in two ways
    /// is there without norms: it means nothing.
    std::map<std::string, std::vector<NamedMeasure>> signs;
    /// "g" to goothoogte, from lines such as "g = goothoogte (m)".
    std::map<std::string, NamedMeasure> letters;
    std::vector<AreaMeaning> areas;
};

[[nodiscard]] Legend read_legend(const std::vector<LegendEntry>& entries, const MapBook& book);

}  // namespace planlezer
