// All files of a delivery, ready to be put into its folder and its zip.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

struct PackageFile {
    std::string name;  ///< as the LVBB allows it: flat, [0-9A-Za-z._-]
    std::string media_type;  ///< application/xml or application/gml+xml
    std::string bytes;
};

/// Hands on one file at a time, always in the same order, manifest.xml last; the same package gives the same bytes. A package
/// without text decides nothing: it has no files.
/// Throws std::out_of_range when an index of the package points nowhere, std::bad_alloc or std::runtime_error without memory.
void write_package(const Package& package, const std::function<void(PackageFile&&)>& take);

/// The same, all at once.
[[nodiscard]] std::vector<PackageFile> write_package(const Package& package);

}  // namespace planlezer::omgevingsplan
