#include "schemas/json/run_record.hpp"

#include <algorithm>
#include <stdexcept>

#include "schemas/json/json_layout.hpp"

namespace planlezer {

namespace {

Json pairs_json(const std::vector<std::pair<std::string, std::string>>& pairs) {
    Json json = Json::object();
    for (const auto& [name, value] : pairs) json[name] = value;
    return json;
}

Json counts_json(const RunCounts& counts) {
    Json json;
    json["plans"] = counts.plans;
    json["plans_review"] = counts.plans_review;
    json["plans_partial"] = counts.plans_partial;
    json["plans_failed"] = counts.plans_failed;
    json["documents"] = counts.documents;
    json["documents_failed"] = counts.documents_failed;
    json["pages"] = counts.pages;
    json["pages_ocr"] = counts.pages_ocr;
    json["norms"] = counts.norms;
    json["norms_accepted"] = counts.norms_accepted;
    json["norms_review"] = counts.norms_review;
    json["flags"] = counts.flags;
    return json;
}

Json input_json(const RunInput& input) {
    Json json;
    json["file"] = input.file;
    json["sha256"] = text_or_null(input.sha256);
    json["bytes"] = input.bytes;
    json["plan_id"] = text_or_null(input.plan_id);
    json["status"] = input_status_text(input.status);
    json["pages"] = input.pages;
    json["pages_ocr"] = input.pages_ocr;
    json["failures"] = failures_json(input.failures);
    return json;
}

Json plan_json(const RunPlan& plan) {
    Json json;
    json["plan_id"] = plan.plan_id;
    json["status"] = plan_status_text(plan.status);
    json["reused"] = plan.reused;
    json["norms"] = plan.norms;
    json["norms_review"] = plan.norms_review;
    json["seconds"] = rounded(plan.seconds, 3);
    return json;
}

bool unread(const Document& document) {
    return std::ranges::any_of(document.failures, [](const Failure& failure) { return failure.page == 0; });
}

}  // namespace

std::string_view input_status_text(InputStatus status) {
    switch (status) {
        case InputStatus::read: return "read";
        case InputStatus::partial: return "partial";
        case InputStatus::failed: return "failed";
        case InputStatus::duplicate: return "duplicate";
        case InputStatus::ignored: return "ignored";
        case InputStatus::not_reached: return "not_reached";
    }
    throw std::logic_error("input status without a text");
}

void count_plan(RunCounts& counts, const PlanResult& result) {
    const PlanStatus status = result.status();
    ++counts.plans;
    counts.plans_review += status == PlanStatus::review ? 1 : 0;
    counts.plans_partial += status == PlanStatus::partial ? 1 : 0;
    counts.plans_failed += status == PlanStatus::failed ? 1 : 0;
    for (const Document& document : result.documents) {
        ++counts.documents;
        counts.documents_failed += unread(document) ? 1 : 0;
        counts.pages += document.pages;
        counts.pages_ocr += document.pages_ocr;
    }
    for (const NormStatement& norm : result.norms) {
        ++counts.norms;
        ++(norm.status == NormStatus::accepted ? counts.norms_accepted : counts.norms_review);
    }
    for (const Flag& flag : result.flags) counts.flags += flag_row(flag.code).severity != Severity::info ? 1 : 0;
}

std::string write_run_record(const RunRecord& record) {
    Json json;
    json["format"] = "planlezer-run/1";
    json["program_version"] = record.program_version;
    json["rule_book"]["version"] = record.rule_book_version;
    json["rule_book"]["hash"] = record.rule_book_hash;
    json["options"] = pairs_json(record.options);
    json["environment"] = pairs_json(record.environment);
    json["started"] = record.started;
    json["finished"] = text_or_null(record.finished);
    json["seconds"] = rounded(record.seconds, 3);
    json["exit_code"] = record.exit_code;
    json["stopped_by"] = text_or_null(record.stopped_by);
    json["counts"] = counts_json(record.counts);
    json["inputs"] = Json::array();
    for (const RunInput& input : record.inputs) json["inputs"].push_back(input_json(input));
    json["plans"] = Json::array();
    for (const RunPlan& plan : record.plans) json["plans"].push_back(plan_json(plan));
    return laid_out(json);
}

}  // namespace planlezer
