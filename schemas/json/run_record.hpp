// run.json: what a run was asked, what it read, what it found, and what failed and why.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/model/plan.hpp"
#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// What became of one input file.
enum class InputStatus {
    read,       ///< every page
    partial,    ///< some page could not be read
    failed,     ///< could not be read at all
    duplicate,  ///< same bytes as another file of the run; not read again
    ignored,    ///< belongs to no plan: a file the program wrote itself, a hidden file
    not_reached  ///< the run was interrupted before it
};
[[nodiscard]] std::string_view input_status_text(InputStatus status);

struct RunInput {
    std::string file;          ///< as in the plan's document list
    std::string sha256;        ///< lower-case hex; empty when the file could not be opened
    std::uint64_t bytes = 0;
    std::string plan_id;       ///< empty when it belongs to none
    InputStatus status = InputStatus::read;
    int pages = 0;
    int pages_ocr = 0;
    std::vector<Failure> failures;
};

struct RunPlan {
    std::string plan_id;
    PlanStatus status = PlanStatus::clean;
    bool reused = false;       ///< taken from an earlier run (--resume)
    int norms = 0;
    int norms_review = 0;
    double seconds = 0;        ///< wall clock from its first page to its result
};

struct RunCounts {
    int plans = 0;
    int plans_review = 0;
    int plans_partial = 0;
    int plans_failed = 0;
    int documents = 0;
    int documents_failed = 0;
    int pages = 0;
    int pages_ocr = 0;
    int norms = 0;
    int norms_accepted = 0;
    int norms_review = 0;
    int flags = 0;             ///< above info
};

struct RunRecord {
    std::string program_version;
    std::string rule_book_version;
    std::string rule_book_hash;
    std::vector<std::pair<std::string, std::string>> options;  ///< name and value, in the order of the command line's help
    std::string started;       ///< UTC, "2026-01-31T12:00:00Z"
    std::string finished;
    double seconds = 0;
    int exit_code = 0;
    std::string stopped_by;    ///< "SIGINT", "disk full" ...; empty when the run came to its end
    RunCounts counts;
    std::vector<RunInput> inputs;  ///< by file
    std::vector<RunPlan> plans;    ///< by plan id
    std::vector<std::pair<std::string, std::string>> environment;  ///< libraries, models and sandbox level, for the record
};

/// Adds one plan to the counts.
void count_plan(RunCounts& counts, const PlanResult& result);

[[nodiscard]] std::string write_run_record(const RunRecord& record);

}  // namespace planlezer
