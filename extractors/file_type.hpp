// What a file is, told by its bytes and never by its name.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace planlezer {

enum class FileType {
    unknown,
    empty,
    pdf,
    tiff,
    png,
    jpeg,
    jpeg2000,
    bmp,
    webp,
    imro_gml,
    world_file,
    about_plan,  ///< geleideformulier, manifest or metadata: XML about a plan
    gif,
    zip,
    ole,
    rtf,
    xml,
    html,
    dwg
};

/// Looks at the first kilobytes.
[[nodiscard]] FileType file_type(std::span<const std::byte> bytes);

/// "application/pdf"; "" for an unknown type.
[[nodiscard]] std::string_view media_type(FileType type);

/// True for what a worker can read.
[[nodiscard]] bool is_readable(FileType type);

/// For a type that is not readable: one Dutch sentence or two, with the way out.
[[nodiscard]] std::string unsupported_message(FileType type);

}  // namespace planlezer
