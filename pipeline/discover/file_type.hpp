// Whether a file looks like a document: only to leave other files in a folder alone. What it is, the worker decides.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace planlezer {

/// So many first bytes are looked at.
inline constexpr std::size_t sniff_bytes = 1024;

/// True for the first bytes of PDF, TIFF, PNG, JPEG, JPEG 2000, BMP, WebP or IMRO GML.
[[nodiscard]] bool looks_like_document(std::string_view first_bytes);

/// True for a name that promises a document (".pdf", ".tif", ...). Such a file is never left out silently:
/// when its bytes are something else, that is a failure a planner must hear of.
[[nodiscard]] bool named_like_document(std::string_view file_name);

/// True for the name of an image (".tif", ".png", ...).
[[nodiscard]] bool named_like_image(std::string_view file_name);

/// True for the name of a world file (".tfw", ".pgw", ".wld", ...), which goes with an image.
[[nodiscard]] bool named_like_world_file(std::string_view file_name);

}  // namespace planlezer
