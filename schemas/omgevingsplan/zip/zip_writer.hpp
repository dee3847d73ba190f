// Writes the files of a delivery as the LVBB wants its zip: flat, in order of name, the same bytes every time.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "schemas/omgevingsplan/zip/package_files.hpp"

namespace planlezer::omgevingsplan {

/// The zip could not be made or written; the message is Dutch.
class ZipError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Deflated, every entry with the same time stamp (1 January 2000). Throws ZipError, also for a name that is none or a zip over
/// package_limits::zip_bytes.
[[nodiscard]] std::string zip_bytes(const PackageFiles& files);

/// The same bytes, straight to `path`, which is overwritten; what is compressed is not kept in memory. Throws ZipError and then
/// leaves nothing behind.
void write_zip(const PackageFiles& files, const std::filesystem::path& path);

}  // namespace planlezer::omgevingsplan
