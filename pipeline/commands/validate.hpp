// The verb validate: is a delivery of the omgevingsplan one that LVBB and OZON accept?
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/cli/command.hpp"
#include "schemas/omgevingsplan/validate/validate.hpp"

namespace planlezer {

/// One package as it lies on disk: a folder, a zip, or both of the same name.
struct FoundPackage {
    std::string name;  ///< as the user wrote the path, down to the package
    std::filesystem::path folder;  ///< empty when there is only a zip
    std::filesystem::path zip;  ///< empty when there is only a folder
};

/// The packages of a package folder, a zip, a folder of packages, or the output folder of a run (its omgevingsplan/). In order of
/// name. Throws UsageError when the path is nothing or holds no package.
[[nodiscard]] std::vector<FoundPackage> find_packages(const std::filesystem::path& path);

/// Prints every finding as a line on `out`, remarks about the check itself and a summary on `notes`. Returns clean, review_needed
/// when something was found, unreadable when a package could not be read.
[[nodiscard]] ExitCode run_validate(const std::vector<FoundPackage>& packages, const omgevingsplan::ValidateOptions& options,
                                    std::ostream& out, std::ostream& notes);

[[nodiscard]] std::unique_ptr<Command> make_validate_command();

}  // namespace planlezer
