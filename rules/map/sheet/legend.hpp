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
    std::string name;     ///< "Wonen"; of a bouwvlak "bouwvlak"; empty when only the letters in the area tell
    std::string code;     ///< "W"; empty when none
    std::string article;  ///< "4" of "Wonen (artikel 4)"; empty when none
    AreaStyle style;
};

/// The form of a label, or of a piece of one, and the norms its numbers stand for: "g=#" goothoogte. A form that two
/// lines explain in two ways has no norms: it means nothing.
struct LabelForm {
    std::vector<std::string> forms;  ///< CellToken::form, one a token
    std::vector<NamedMeasure> measures;
};

/// A norm with the value the legend itself gives it.
struct ClassValue {
    NamedMeasure measure;
    Decimal value;
    friend bool operator==(const ClassValue&, const ClassValue&) = default;
};

struct Legend {
    std::map<std::string, std::vector<NamedMeasure>> signs;  ///< by SignPattern::key; empty: explained in two ways
    std::vector<LabelForm> labels;                           ///< the longest first
    std::map<std::string, std::vector<ClassValue>> classes;  ///< "a" to "bouwhoogte ten hoogste 9 m"; empty as above
    std::vector<AreaMeaning> areas;
    double least_number = 0;  ///< points: the figures of the numbers it shows without a frame, as values; 0 when it shows none
    double most_number = 0;
};

[[nodiscard]] Legend read_legend(const std::vector<LegendEntry>& entries, const MapBook& book);

}  // namespace planlezer
