// The verb check-rules: is a rule book well formed, and does it find what its own examples say?
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <vector>

#include "pipeline/cli/command.hpp"

namespace planlezer {

/// The folders to read for a folder the user names: itself when it is a whole book (it has a boek.toml), else the book that
/// came with the program and the folder on top of it. Throws UsageError when it is no folder.
[[nodiscard]] std::vector<std::filesystem::path> book_folders(const std::filesystem::path& folder, const std::filesystem::path& installed);

/// Prints every example that does not hold with its file and line, then one line of counts. Returns wrong_use when one does
/// not hold. Throws RuleBookError when the book cannot be read.
[[nodiscard]] ExitCode run_check_rules(const std::vector<std::filesystem::path>& folders, std::ostream& out);

[[nodiscard]] std::unique_ptr<Command> make_check_rules_command();

}  // namespace planlezer
