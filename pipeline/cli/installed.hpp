// Where the parts of the program lie: beside it, where they were installed, or in the build tree.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace planlezer {

/// The rule book that came with the program. Throws UsageError when it is nowhere.
[[nodiscard]] std::filesystem::path installed_rule_book();

/// The RELAX NG profile of omgevingsplan packages. Throws UsageError when it is nowhere.
[[nodiscard]] std::filesystem::path installed_profile();

/// The worker program. Throws UsageError when it is nowhere.
[[nodiscard]] std::filesystem::path installed_worker();

}  // namespace planlezer
