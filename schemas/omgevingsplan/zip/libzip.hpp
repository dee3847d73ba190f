// Owners for what libzip allocates.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zip.h>

#include <memory>
#include <string>

namespace planlezer::omgevingsplan {

struct ZipDiscard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
/// Given up unwritten unless released to zip_close.
using ZipArchive = std::unique_ptr<zip_t, ZipDiscard>;

struct ZipFileClose {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using ZipFile = std::unique_ptr<zip_file_t, ZipFileClose>;

struct ZipSourceFree {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using ZipSource = std::unique_ptr<zip_source_t, ZipSourceFree>;

/// What libzip says of a fault, in its own English.
[[nodiscard]] inline std::string zip_message(zip_error_t* error) { return zip_error_strerror(error); }

}  // namespace planlezer::omgevingsplan
