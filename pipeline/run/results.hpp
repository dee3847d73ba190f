// The side of a run that a planner sees: results in the output folder, progress and log.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/group/group.hpp"
#include "pipeline/output/output_folder.hpp"
#include "pipeline/plan_pipeline/plan_pipeline.hpp"
#include "pipeline/progress/progress.hpp"
#include "pipeline/run/recorder.hpp"

namespace planlezer {

/// "1 plan", "2 plannen"
[[nodiscard]] std::string counted(std::integral auto number, std::string_view one, std::string_view more) {
    return std::to_string(number) + " " + std::string(number == 1 ? one : more);
}

/// Takes the outcomes of plans in order. A fault of the output goes to the recorder, and stops the run.
class Results {
  public:
    /// `fictional`: the packages are those of no real gemeente.
    Results(OutputFolder& output, Recorder& recorder, Progress& progress, Log& log, const std::vector<PlanGroup>& plans, bool fictional)
        : output_(output), recorder_(recorder), progress_(progress), log_(log), plans_(plans), fictional_(fictional) {}

    /// False when the output cannot be written.
    bool add(PlanOutcome outcome);
    /// Tables, run.json (`known` is what only the caller knows of it) and the last line of the log.
    void close(const RunRecord& known, const std::string& folder);

  private:
    void close_tables();
    void remove_other_plans();
    void tell(const PlanOutcome& outcome);
    void tell_failures(const Document& document);
    void tell_deliveries();
    void tell_end(const std::string& folder);

    OutputFolder& output_;
    Recorder& recorder_;
    Progress& progress_;
    Log& log_;
    const std::vector<PlanGroup>& plans_;
    bool fictional_;
    std::size_t seen_ = 0;
};

}  // namespace planlezer
