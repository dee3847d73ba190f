// Whether a stream of a PDF is a picture too large to decode.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Stream;  // Poppler's

namespace planlezer {

/// Looks at the coded bytes only. \pre nobody is reading the stream
[[nodiscard]] bool is_too_large(Stream& stream);

}  // namespace planlezer
