// The hand-made packages of the development corpus, and the means to change one thing in them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "schemas/omgevingsplan/validate/finding.hpp"
#include "schemas/omgevingsplan/zip/package_files.hpp"

namespace planlezer::omgevingsplan::testing {

/// Beside the project, and not part of it.
[[nodiscard]] std::filesystem::path standards_folder();
/// 'a' a new regeling, 'b' a change, 'c' the same in STOP 1.4; nullopt when the corpus is not there.
[[nodiscard]] std::optional<PackageFiles> example_package(char letter);

/// A package in the hands of a test; whatever does not apply ends the test.
class Edited {
  public:
    explicit Edited(PackageFiles package) : files(std::move(package)) {}

    /// The one place where `from` stands.
    Edited& replace(const std::string& file, const std::string& from, const std::string& to);
    /// Every place, in that file.
    Edited& replace_all(const std::string& file, const std::string& from, const std::string& to);
    /// The file goes, and its line in both manifests.
    Edited& drop(const std::string& file);
    /// What does not want to be about the hash.
    Edited& rehash();

    PackageFiles files;
    std::string trouble;  ///< what did not apply
};

/// Codes of all findings but those about the check itself.
[[nodiscard]] std::set<std::string> codes(const std::vector<Finding>& findings);
[[nodiscard]] std::string lines(const std::vector<Finding>& findings);

}  // namespace planlezer::omgevingsplan::testing
