// Short ways to write gold and results down, for the tests of the evaluation.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pipeline/evaluate/results.hpp"

namespace planlezer::testing {

/// A rule with its value in metres in the text; "" for no value.
[[nodiscard]] inline evaluate::GoldNorm gold_norm(const std::string& kind, const std::string& value, const std::string& subject) {
    evaluate::GoldNorm gold;
    gold.kind = kind;
    gold.value = Decimal::parse(value);
    gold.unit = Unit::metre;
    gold.subject = subject;
    gold.quote = subject + " " + kind + " " + value;
    return gold;
}

/// The same as the program would emit it, accepted.
[[nodiscard]] inline NormStatement emitted(const std::string& kind, const std::string& value, const std::string& subject) {
    NormStatement norm;
    norm.kind = kind;
    norm.value = Decimal::parse(value);
    norm.unit = Unit::metre;
    norm.subject = subject;
    norm.status = NormStatus::accepted;
    norm.confidence = 0.99;
    norm.provenance = {"a.pdf", 1, {}, subject + " " + kind + " " + value, "proef@1/1"};
    return norm;
}

[[nodiscard]] inline NormStatement in_review(NormStatement norm) {
    norm.status = NormStatus::review;
    return norm;
}

[[nodiscard]] inline evaluate::Trial trial(const evaluate::GoldFile& gold, std::vector<NormStatement> norms) {
    evaluate::Trial made;
    made.gold = &gold;
    made.present = true;
    made.plan_id = "plan";
    for (std::size_t i = 0; i < norms.size(); ++i) {
        made.norm_ids.push_back(norm_id(i));
        made.norm_indices.push_back(i);
    }
    made.norms = std::move(norms);
    return made;
}

}  // namespace planlezer::testing
