// Moves plans through reading, rules and writing: the oneTBB pipeline at the heart of a run.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/discover/discover.hpp"
#include "pipeline/group/group.hpp"
#include "pipeline/plan_pipeline/document_reader.hpp"
#include "rules/read_plan.hpp"
#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// What became of one plan.
struct PlanOutcome {
    std::size_t plan = 0;              ///< index into the plans of the run
    std::optional<PlanResult> result;  ///< none when the run was stopped before the plan was done
    bool reused = false;               ///< taken from an earlier run
    std::string internal_error;        ///< a bug met in this plan; its result then names every document as unread
    double seconds = 0;                ///< wall clock
};

/// All that a plan needs on its way; every reference outlives the run.
struct PlanWork {
    const Inputs& inputs;
    const std::vector<SurveyedFile>& surveyed;  ///< one a file
    const std::vector<PlanGroup>& plans;
    DocumentReader& reader;
    const RuleBook& book;
    int jobs;
    std::stop_token stop;
    /// A result from an earlier run, or nothing. Called from any thread.
    std::function<std::optional<PlanResult>(const PlanGroup&)> find_result;
    /// Called from any thread with a result that was made in this run.
    std::function<void(const PlanGroup&, const PlanResult&)> keep_result;
    /// Called for one plan at a time in the order of `plans`, also for those that were not done. False stops the run.
    std::function<bool(PlanOutcome&&)> write;
};

/// Runs in the present task arena. Throws nothing of its own; a fault of a plan is in its outcome.
void run_plans(const PlanWork& work);

/// Reads all pages of a plan's documents, in parallel. Documents in the plan's order, pages by number.
[[nodiscard]] PlanInput read_pages(const PlanWork& work, const PlanGroup& plan);

}  // namespace planlezer
