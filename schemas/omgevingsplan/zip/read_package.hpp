// Reads a delivery from a folder or a zip, within bounds and without trusting a name or a size it meets.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "schemas/omgevingsplan/validate/finding.hpp"
#include "schemas/omgevingsplan/zip/package_files.hpp"

namespace planlezer::omgevingsplan {

/// What is read at most; a test may take less.
struct ReadLimits {
    std::uint64_t file_bytes = package_limits::file_bytes;
    std::uint64_t zip_bytes = package_limits::zip_bytes;
    std::uint64_t unpacked_bytes = package_limits::unpacked_bytes;
    std::size_t files = package_limits::files;
};

struct ReadPackage {
    PackageFiles files;
    /// What only the folder or the zip shows: a name twice, a subfolder, too much to read.
    std::vector<Finding> findings;
    /// False: `files` is not the whole package, and `findings` says why. Nothing can be said about its contents.
    bool readable = true;
};

/// Regular files of a flat folder; a symbolic link is not followed.
[[nodiscard]] ReadPackage read_package_folder(const std::filesystem::path& folder, const ReadLimits& limits = {});
[[nodiscard]] ReadPackage read_package_zip(const std::filesystem::path& path, const ReadLimits& limits = {});
/// `bytes` must outlive the call only.
[[nodiscard]] ReadPackage read_package_zip_bytes(std::string_view bytes, const ReadLimits& limits = {});

}  // namespace planlezer::omgevingsplan
