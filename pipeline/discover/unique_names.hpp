// Gives every input file a name for the output that no other has, whatever the order of the inputs.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace planlezer {

struct NameInput {
    std::filesystem::path root;  ///< absolute: the input folder, or the folder of a file that was named itself
    std::string relative;        ///< below root, '/' between, as the file system has it
};

/// The relative name where it is alone; else with as many folders of its root in front as tell it apart.
/// Valid UTF-8 without control characters: other bytes stand as "%FF". One name an input, in the same order.
[[nodiscard]] std::vector<std::string> unique_names(const std::vector<NameInput>& inputs);

/// The text with every byte that is not part of valid printable UTF-8 as "%FF".
[[nodiscard]] std::string printable_utf8(const std::string& bytes);

}  // namespace planlezer
