// Whether a stream of a PDF is a picture too large to decode.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Stream;  // Poppler's

namespace planlezer {

/// Looks at the coded bytes only. \pre nobody is reading the stream
[[nodiscard]] bool is_too_large(Stream& stream);

/// Told of every picture of a page, remembers whether one is too large.
class PictureWatch {
  public:
    void note(Stream* picture) { too_large_ = too_large_ || (picture != nullptr && is_too_large(*picture)); }
    [[nodiscard]] bool too_large() const { return too_large_; }

  private:
    bool too_large_ = false;
};

}  // namespace planlezer
