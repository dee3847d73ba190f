// Sorts input documents into plans (dossiers), and sees duplicates and older versions.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pipeline/discover/discover.hpp"

namespace planlezer {

/// What the first page of a file tells of its plan.
struct FirstPage {
    std::string imro_id;    ///< the identification that stands on it; "" when none
    bool imro_gml = false;  ///< it is the plan itself: what it says holds for its folder
};

struct PlanDocument {
    std::size_t file = 0;      ///< index into Inputs::files
    bool duplicate = false;    ///< same bytes as another document: named, not read again
    std::string duplicate_of;  ///< name of that document
};

struct PlanGroup {
    std::string plan_id;
    std::string imro_id;        ///< empty when none
    std::string newer_version;  ///< plan_id of the newest newer version in the run; empty when none
    std::vector<PlanDocument> documents;  ///< sorted by name
};

/// `first_pages[i]` is that of `inputs.files[i]`. The result is sorted by
/// plan_id and does not depend on the order in which inputs were named.
///
/// A file belongs to the plan that its own name identifies; else to the one that a folder around it has for name;
/// else to the one on its first page; else to the only one that the names and the GML files in its folder identify;
/// else, when its name tells a role only ("toelichting.pdf"), to the only one on the first pages in its folder; else it is a plan itself. A world file
/// goes with the image beside it that has the same name but for the ending.
///
/// The first of equal documents (by name) is read. Another one is left unread when it lies in the same plan, or is a
/// plan by itself; in a plan with an identification of its own it is read, for that plan's rules stand in it.
[[nodiscard]] std::vector<PlanGroup> group_plans(const Inputs& inputs, const std::vector<FirstPage>& first_pages);

/// One entry a file: its plan is identified by its own name or that of a folder around it, its first page is not asked.
[[nodiscard]] std::vector<bool> identified_by_name(const Inputs& inputs);

/// True for a name that says what a document is within its plan and nothing of which plan: "regels", "t_", "bijlage 3".
[[nodiscard]] bool names_a_role_only(std::string_view file_name);

}  // namespace planlezer
