// From the pages of a plan's documents to its result: structure, norms, checks. Pure: no I/O.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan_map.hpp"
#include "schemas/model/plan_result.hpp"
#include "schemas/model/text_page.hpp"
#include "schemas/model/world_file.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {

/// A document as it came from the workers. `document.role` is `other` until read_plan sets it.
struct DocumentPages {
    Document document;
    std::vector<TextPage> pages;  ///< the pages of text that could be read, by number
    std::vector<MapSheet> sheets; ///< the pages that are maps, by number
    std::optional<PlanMap> imro;  ///< of an IMRO GML
    std::optional<WorldFile> world_file;
    bool duplicate = false;       ///< same bytes as an earlier document of the run: named, not read again
    std::string duplicate_of;     ///< its file
};

struct PlanInput {
    std::string plan_id;
    std::string imro_id;          ///< empty when unknown
    std::string newer_version;    ///< plan_id of a newer version of the same plan in this run; empty when none
    std::vector<DocumentPages> documents;  ///< sorted by file
};

/// Same input, same result, on any machine and in any locale.
[[nodiscard]] PlanResult read_plan(const PlanInput& input, const RuleBook& book);

/// The NL.IMRO identification that stands on these pages, or "".
[[nodiscard]] std::string find_imro_id(const std::vector<TextPage>& pages);

}  // namespace planlezer
