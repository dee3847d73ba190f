// What in a plan waits for a person: one item a norm in review, and one a finding that stands on its own.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/model/plan_result.hpp"

namespace planlezer {

struct ReviewItem {
    std::string plan_id;
    const NormStatement* norm = nullptr;   ///< into the result; null for a finding about a document or page
    std::string norm_id;                   ///< empty for such a finding
    std::vector<FlagCode> codes;           ///< why; empty when only the confidence is too low
    std::vector<std::string> sentences;    ///< Dutch, one a code and detail, each once
    std::vector<std::string> advice;       ///< Dutch, what can be done, each once
    std::string file;                      ///< empty when the finding has no place
    int page = 0;                          ///< from 1; 0 when the finding has no page
    std::string quote;
};

/// First the norms in review in their order, then the flags above info that point at no norm in review, in theirs.
/// The items point into `result`.
[[nodiscard]] std::vector<ReviewItem> review_queue(const PlanResult& result);

}  // namespace planlezer
