// From lines in reading order to the outline of a plan: hoofdstuk, artikel, lid, onderdeel, headings, tables.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/layout/line.hpp"
#include "schemas/model/document_text.hpp"
#include "schemas/model/plan.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {

/// Every word of the lines stands in the result once and in at most one node. Numbering gaps and mended numbers are
/// flagged. `named` is what the file's name says it is (name_role), `other` when it says nothing: it helps to tell the
/// toelichting in it from the rules. Same lines, same outline.
[[nodiscard]] DocumentText read_outline(const std::vector<Line>& lines, const Sections& sections, DocumentRole named = DocumentRole::other);

}  // namespace planlezer
