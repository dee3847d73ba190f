// Everything read from one plan; what all writers write.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/model/article.hpp"
#include "schemas/model/norm.hpp"
#include "schemas/model/plan.hpp"
#include "schemas/model/plan_map.hpp"

namespace planlezer {

enum class PlanStatus { clean, review, partial, failed };
[[nodiscard]] std::string_view plan_status_text(PlanStatus status);

struct PlanResult {
    std::string plan_id;
    std::string imro_id;  ///< empty when none
    std::string name;
    std::vector<Document> documents;
    std::vector<Article> articles;
    std::vector<NormStatement> norms;  ///< published as n0001, n0002 ... in this order
    std::vector<Flag> flags;           ///< those of its maps too
    std::vector<PlanMap> maps;         ///< IMRO first, then the sheets by file and page; their own flags are empty

    /// failed: no document could be read; partial: some page or document failed; review: a norm or a flag
    /// above info asks for a person; else clean.
    [[nodiscard]] PlanStatus status() const;
};

/// "n0001" for index 0.
[[nodiscard]] std::string norm_id(std::size_t index);

}  // namespace planlezer
