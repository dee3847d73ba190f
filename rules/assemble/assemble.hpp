// The part of a plan's result that does not depend on what its texts say: documents, and how they could be read.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/read_plan.hpp"

namespace planlezer {

/// Plan, documents and the flags about them: unreadable, a page failed, a copy, an older version, and what the
/// pages' notes say (a rejected text layer, small letters, a cut-off page, a mended file). Roles are not set yet.
[[nodiscard]] PlanResult assemble_documents(const PlanInput& input);

}  // namespace planlezer
