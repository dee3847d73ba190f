// Checks one delivery: well-formed, valid by the schemas at hand, and by the rules of LVBB, STOP, TPOD and OZON.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "schemas/omgevingsplan/validate/finding.hpp"
#include "schemas/omgevingsplan/zip/package_files.hpp"

namespace planlezer::omgevingsplan {

struct ValidateOptions {
    /// Folder with the RELAX NG profile of what this program writes; empty: not checked.
    std::filesystem::path profile;
    /// Folder with the official schemas and their catalog.xml; empty: those of the catalogs that XML_CATALOG_FILES names, if any.
    std::filesystem::path schemas;
};

/// Sorted. Nothing in the bytes of a delivery makes this throw; a profile or catalog that cannot be read is a finding.
[[nodiscard]] std::vector<Finding> validate(const PackageFiles& files, const ValidateOptions& options = {});

}  // namespace planlezer::omgevingsplan
