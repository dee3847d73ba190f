// What a person, or the drawer of a map, says stands on a map sheet: values, and the ground each of them governs.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "schemas/model/geometry.hpp"
#include "schemas/model/quantity.hpp"

namespace planlezer::evaluate {

struct MapGoldValue {
    std::string kind;        ///< "maximum bouwhoogte"
    Decimal value;
    Unit unit = Unit::none;
    std::string bestemming;  ///< empty: none
    MultiPolygon area;       ///< metres RD
};

/// The gold of one sheet; see tests/README.md for the file.
struct MapGold {
    std::string name;       ///< file name without ".json"
    std::string plan_id;    ///< of the plan that answers it: "plan_id", else "imro_id"; may be empty
    std::string sheet;      ///< file name of the sheet: answers where no plan has that id
    std::string hand;       ///< style.hand: who drew it; "onbekend" when the file does not tell
    std::string form;       ///< style.form: "pdf", "scan" ...; likewise
    std::string placement;  ///< style.placement: what places it on the earth; likewise
    std::vector<MapGoldValue> values;
};

/// Every *.json of the folder, by name. Throws EvaluateError naming the file and what is wrong with it.
[[nodiscard]] std::vector<MapGold> load_map_gold(const std::filesystem::path& folder);

}  // namespace planlezer::evaluate
