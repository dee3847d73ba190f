// How well map values were read and placed: emitted norms with their areas laid over the gold of the sheets.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/evaluate/map_gold.hpp"
#include "pipeline/evaluate/wilson.hpp"
#include "schemas/model/plan_result.hpp"

namespace planlezer::evaluate {

/// Of gold values: `read` to `iou_90`. Of emitted ones: `wrong`.
struct MapFigures {
    Rate read;      ///< a norm of its kind and value lies over it, or has no area, or (for one gold) an area over no such gold
    Rate accepted;  ///< the same of accepted norms
    Rate located;   ///< a point well inside one of the two lies in the other
    Rate iou_50;    ///< area in common over area of both >= 0.5, see map_overlap()
    Rate iou_90;
    Rate wrong;     ///< accepted parts of norms that lie over no gold value of their kind and value, of all accepted parts
};

enum class MapSplit { whole, hand, form, placement, hand_and_form, kind };
inline constexpr int map_split_count = 6;

struct MapFault {
    std::string gold;    ///< name of the gold file
    std::string what;    ///< one Dutch sentence
};

struct MapScore {
    std::map<MapSplit, std::map<std::string, MapFigures>> figures;  ///< by split, then key; whole has the key ""
    int sheets = 0;
    std::vector<std::string> absent;    ///< gold files without a result: everything on them is missed
    std::vector<MapFault> faults;

    [[nodiscard]] const MapFigures& all() const { return figures.at(MapSplit::whole).at(""); }
};

/// How well a norm's area fits a gold value, 0 to 1. A norm may hold several areas with one value, and neighbours may be
/// drawn as one: counted are the parts of the norm that lie over the gold (by more than a tenth of the smaller of the
/// two), against this gold together with all `same` (gold areas of the same kind and value) those parts lie over.
[[nodiscard]] double map_overlap(const MultiPolygon& norm, const MultiPolygon& gold, const std::vector<const MultiPolygon*>& same);

/// Norms of role rule whose value comes from a map or from IMRO answer; a norm counts as one part where it has no area.
[[nodiscard]] MapScore score_maps(const std::vector<PlanResult>& results, const std::vector<MapGold>& gold);

}  // namespace planlezer::evaluate
