// What the tests of the deliveries ask of XML: is it valid by the official schemas, does it say the same as another.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/omgevingsplan/package.hpp"
#include "schemas/omgevingsplan/write/package_writer.hpp"

namespace planlezer::testing {

/// Empty when the official schemas and xmllint are there; else why the tests that need them are skipped.
[[nodiscard]] std::string why_no_official_schemas();

/// What xmllint says of the files by the official schemas; empty when all are valid.
[[nodiscard]] std::string official_complaints(const std::vector<omgevingsplan::PackageFile>& files, omgevingsplan::Version version);

/// Every element with its namespace, its attributes by name and its text; comments, instructions, blanks between elements
/// and xsi:schemaLocation say nothing. One line an element.
[[nodiscard]] std::string canonical(const std::string& xml);

[[nodiscard]] const omgevingsplan::PackageFile& file_named(const std::vector<omgevingsplan::PackageFile>& files, const std::string& name);

}  // namespace planlezer::testing
