// The results of a run laid beside the gold: which gold file each result answers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/evaluate/gold.hpp"
#include "schemas/model/plan_result.hpp"

namespace planlezer::evaluate {

/// One gold file in one rendering, and what the program said about it.
struct Trial {
    const GoldFile* gold = nullptr;
    std::string variant;      ///< "svbp/digital": folders and what stands behind "__" in the name; empty when there is none
    bool present = false;     ///< false: the run has no result for it; everything in it is missed
    std::string plan_id;
    std::vector<NormStatement> norms;
    std::vector<std::string> norm_ids;  ///< of `norms`
    std::vector<std::size_t> norm_indices;  ///< of `norms` in the plan: what flags point at
    std::vector<Flag> flags;            ///< raised in the plan
};

struct Trials {
    std::vector<Trial> trials;                 ///< by gold file, then variant
    std::vector<std::string> without_gold;   ///< results that answer no gold file: "plan: document"
};

/// One plans/*.json. Throws EvaluateError naming the file.
[[nodiscard]] PlanResult load_result(const std::filesystem::path& path);
/// The plans/*.json of an output folder (or of the folder itself), by name; at least one. Throws EvaluateError.
[[nodiscard]] std::vector<std::filesystem::path> result_files(const std::filesystem::path& folder);
/// All of them, read. Throws EvaluateError.
[[nodiscard]] std::vector<PlanResult> load_results(const std::filesystem::path& folder);

/// A gold file that names its plan is answered by that plan. Else a document answers the gold file of its name without
/// ending, a role in front ("r_", "toelichting_"), and what stands behind "__"; else the plan id does so.
[[nodiscard]] Trials lay_side_by_side(const std::vector<PlanResult>& results, const std::vector<GoldFile>& gold);

}  // namespace planlezer::evaluate
