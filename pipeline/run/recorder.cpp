#include "pipeline/run/recorder.hpp"

#include <signal.h>

#include <algorithm>

#include "pipeline/progress/log.hpp"
#include "schemas/review/review_queue.hpp"

namespace planlezer {

namespace {

InputStatus status_of(const Document& document, bool duplicate) {
    if (duplicate) return InputStatus::duplicate;
    if (document.failures.empty()) return InputStatus::read;
    const bool unread = std::ranges::any_of(document.failures, [](const Failure& f) { return f.page == 0; });
    return unread ? InputStatus::failed : InputStatus::partial;
}

}  // namespace

int items_for_review(const PlanResult& result) { return static_cast<int>(review_queue(result).size()); }

Recorder::Recorder() : started_(utc_now()) {}

void Recorder::expect(const Inputs& inputs, const std::vector<PlanGroup>& plans) {
    plans_ = &plans;
    for (const InputFile& file : inputs.files) {
        RunInput input;
        input.file = file.name;
        input.sha256 = file.sha256;
        input.bytes = file.stamp.bytes;
        input.status = InputStatus::not_reached;
        record_.inputs.push_back(std::move(input));
    }
    for (const PlanGroup& plan : plans) {
        for (const PlanDocument& document : plan.documents) record_.inputs[document.file].plan_id = plan.plan_id;
    }
}

void Recorder::add(const PlanOutcome& outcome) {
    internal_error_ = internal_error_ || !outcome.internal_error.empty();
    if (!outcome.result) {
        unfinished_ = true;
        return;
    }
    const PlanResult& result = *outcome.result;
    RunPlan plan;
    plan.plan_id = result.plan_id;
    plan.status = result.status();
    plan.reused = outcome.reused;
    plan.norms = static_cast<int>(result.norms.size());
    plan.norms_review = static_cast<int>(
        std::ranges::count_if(result.norms, [](const NormStatement& norm) { return norm.status == NormStatus::review; }));
    plan.seconds = outcome.seconds;
    record_.plans.push_back(std::move(plan));
    count_plan(record_.counts, result);

    for (const PlanDocument& planned : plans_->at(outcome.plan).documents) {
        RunInput& input = record_.inputs[planned.file];
        const auto document = std::ranges::find(result.documents, input.file, &Document::file);
        if (document == result.documents.end()) continue;
        input.status = status_of(*document, planned.duplicate);
        input.pages = document->pages;
        input.pages_ocr = document->pages_ocr;
        input.failures = document->failures;
    }
}

ExitCode Recorder::exit_code() const {
    if (!output_fault_.empty()) return ExitCode::output_failed;
    if (unfinished_ && signal_ == SIGINT) return ExitCode::interrupted;
    if (unfinished_ && signal_ == SIGTERM) return ExitCode::terminated;
    if (internal_error_ || unfinished_) return ExitCode::internal_error;
    const auto has = [&](PlanStatus status) {
        return std::ranges::any_of(record_.plans, [&](const RunPlan& plan) { return plan.status == status; });
    };
    if (has(PlanStatus::failed) || has(PlanStatus::partial)) return ExitCode::unreadable;
    return has(PlanStatus::review) ? ExitCode::review_needed : ExitCode::clean;
}

RunRecord Recorder::finish(RunRecord known) const {
    known.counts = record_.counts;
    known.inputs = record_.inputs;
    known.plans = record_.plans;
    known.started = started_;
    known.finished = utc_now();
    known.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    known.exit_code = static_cast<int>(exit_code());
    if (!output_fault_.empty()) {
        known.stopped_by = output_fault_;
    } else if (unfinished_) {
        known.stopped_by = signal_ == SIGINT ? "SIGINT" : signal_ == SIGTERM ? "SIGTERM" : "";
    }
    return known;
}

}  // namespace planlezer
