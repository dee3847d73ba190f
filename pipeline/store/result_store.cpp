#include "pipeline/store/result_store.hpp"

#include <algorithm>

#include "pipeline/discover/sha256.hpp"
#include "schemas/json/plan_result_reader.hpp"
#include "schemas/json/plan_result_writer.hpp"

namespace planlezer {

namespace {

bool may_not_come_back(const Failure& failure) {
    return failure.kind == FailureKind::timed_out || failure.kind == FailureKind::worker_died || failure.kind == FailureKind::cancelled;
}

}  // namespace

/// Over all that a result is made from; every part with its length, so that no two inputs read the same.
std::string ResultStore::key(const PlanGroup& plan, const Inputs& inputs) const {
    Sha256 digest;
    const auto add = [&](const std::string& part) {
        digest.add(std::to_string(part.size()) + ":");
        digest.add(part);
    };
    add(maker_);
    add(plan.plan_id);
    add(plan.imro_id);
    add(plan.newer_version);
    for (const PlanDocument& document : plan.documents) {
        const InputFile& file = inputs.files[document.file];
        add(file.name);
        add(file.sha256);
        add(document.duplicate ? "duplicate" : "read");
        add(document.duplicate_of);
    }
    const std::string hex = digest.hex();
    return "plans/" + hex.substr(0, 2) + "/" + hex;
}

std::optional<PlanResult> ResultStore::find(const PlanGroup& plan, const Inputs& inputs) const {
    const std::optional<std::string> content = entries_.find(key(plan, inputs));
    if (!content) return std::nullopt;
    std::optional<PlanResult> result = read_plan_result(*content);
    if (!result || result->plan_id != plan.plan_id || write_plan_result(*result) != *content) return std::nullopt;
    return result;
}

void ResultStore::keep(const PlanGroup& plan, const Inputs& inputs, const PlanResult& result) {
    for (const PlanDocument& document : plan.documents) {
        if (inputs.files[document.file].failure) return;
    }
    for (const Document& document : result.documents) {
        if (std::ranges::any_of(document.failures, may_not_come_back)) return;
    }
    entries_.keep(key(plan, inputs), write_plan_result(result));
}

}  // namespace planlezer
