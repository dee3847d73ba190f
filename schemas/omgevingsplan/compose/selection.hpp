// Which norms of a plan go into its package, and why the others do not.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "schemas/model/plan_result.hpp"
#include "schemas/omgevingsplan/compose/norm_groups.hpp"
#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

struct Selection {
    std::vector<PlacedNorm> norms;  ///< in the order of the plan, without leaf
    std::vector<Remark> left_out;
    std::vector<Remark> remarks;    ///< of norms that are in, but not where one would look
};

/// A remark about one norm, with its place.
[[nodiscard]] Remark remark_of(const PlanResult& plan, std::size_t norm, std::string reason);

/// A document of the plan calls itself a draft.
[[nodiscard]] bool is_draft(const PlanResult& plan);

/// What a planner should know of the package of this plan as a whole: another gemeente than that of the settings, a draft, no
/// boundary for the Pons.
[[nodiscard]] std::vector<Remark> plan_remarks(const PlanResult& plan, const Settings& settings);

/// Accepted rules go in. `area` is that of the whole plan, where norms without a place of their own are put.
[[nodiscard]] Selection select(const PlanResult& plan, const MultiPolygon& area);

}  // namespace planlezer::omgevingsplan
