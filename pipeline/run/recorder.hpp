// Keeps account of a run: what became of each plan and input, for run.json, the log and the exit code.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "pipeline/cli/exit_code.hpp"
#include "pipeline/discover/discover.hpp"
#include "pipeline/plan_pipeline/plan_pipeline.hpp"
#include "schemas/json/run_record.hpp"

namespace planlezer {

class Recorder {
  public:
    /// The run's time starts to count.
    Recorder();
    /// What the run is about; `plans` outlives the recorder.
    void expect(const Inputs& inputs, const std::vector<PlanGroup>& plans);

    void add(const PlanOutcome& outcome);
    /// A fault that stopped the run, in Dutch.
    void output_failed(const std::string& message) { output_fault_ = message; }
    /// SIGINT or SIGTERM; 0 is ignored.
    void signalled(int signal) { signal_ = signal; }

    [[nodiscard]] ExitCode exit_code() const;
    [[nodiscard]] bool any_plan_done() const { return !record_.plans.empty(); }
    /// The whole record; the caller has filled in what it alone knows.
    [[nodiscard]] RunRecord finish(RunRecord known) const;
    [[nodiscard]] const RunCounts& counts() const { return record_.counts; }
    [[nodiscard]] const std::string& output_fault() const { return output_fault_; }

  private:
    const std::vector<PlanGroup>* plans_ = nullptr;
    RunRecord record_;  ///< counts, inputs and plans
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::string started_;
    std::string output_fault_;
    int signal_ = 0;
    bool internal_error_ = false;
    bool unfinished_ = false;
};

/// Norms in review and flags above info: what waits for a person.
[[nodiscard]] int items_for_review(const PlanResult& result);

}  // namespace planlezer
