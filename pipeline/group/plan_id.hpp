// Turns a file name into a plan_id: a name that is safe as part of a path on any file system.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planlezer {

/// Letters, digits, '.', '_' and '-' stay, accents go ("één" is "een"), any other run becomes one '-'.
/// Never empty, never with a '.' in front, at most 100 characters.
[[nodiscard]] std::string safe_plan_id(std::string_view text);

struct PlanIdInput {
    std::string imro_id;  ///< empty when none
    std::string file;     ///< first file of the plan, as named in the output (unique in the run)
    std::string sha256;   ///< of that file
};

/// One id a plan, in the same order, no two equal even where case does not count. The IMRO identification, else the
/// file name without extension; where that is not alone, with its folders in front.
[[nodiscard]] std::vector<std::string> unique_plan_ids(const std::vector<PlanIdInput>& plans);

}  // namespace planlezer
