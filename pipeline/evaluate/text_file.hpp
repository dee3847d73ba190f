// A whole file as text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace planlezer::evaluate {

/// nullopt when it cannot be read.
[[nodiscard]] std::optional<std::string> read_text_file(const std::filesystem::path& path);

/// The *.json files of a folder, by name; nullopt when the folder cannot be read.
[[nodiscard]] std::optional<std::vector<std::filesystem::path>> json_files(const std::filesystem::path& folder);

}  // namespace planlezer::evaluate
