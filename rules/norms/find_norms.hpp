// Finds the norms of a document: what the rule book's sentences read, with subject, condition, role and doubt.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "schemas/model/document_text.hpp"
#include "schemas/model/norm.hpp"
#include "schemas/model/plan.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {

/// Norms in reading order; flags name them by index and carry the detail of each doubt.
struct FoundNorms {
    std::vector<NormStatement> norms;
    std::vector<Flag> flags;
};

/// A toelichting yields nothing, whatever stands in it. Status and confidence are set; provenance.file is not.
[[nodiscard]] FoundNorms find_norms(const DocumentText& text, DocumentRole role, const RuleBook& book);

}  // namespace planlezer
