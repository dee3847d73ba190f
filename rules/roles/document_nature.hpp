// What a document is: its role in the plan, whether it is a draft, which plan it names, whether it is Dutch.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/layout/line.hpp"
#include "schemas/model/document_text.hpp"
#include "schemas/model/plan.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {

/// The role that the name of a file tells ("r_NL.IMRO...", "voorschriften.pdf"); `other` when it tells none.
[[nodiscard]] DocumentRole name_role(std::string_view file);

struct DocumentNature {
    DocumentRole role = DocumentRole::other;
    bool draft = false;
    std::string draft_sign;  ///< where that was read: "ON01", "ontwerpbestemmingsplan"
    std::string plan_name;   ///< "Kom Oudergeest"; empty when no title was found
    bool dutch = true;       ///< false only for a text of some length that is not
};

/// `text` is the outline of `lines`, read with name_role(file). A file with rules in it is regels or voorschriften,
/// whatever its name says; its toelichting is told by the sections of `text`.
[[nodiscard]] DocumentNature judge_document(std::string_view file, const std::vector<Line>& lines, const DocumentText& text, const Sections& sections);

}  // namespace planlezer
