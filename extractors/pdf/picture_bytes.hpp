// How much memory the decoding of a picture takes, told by the picture's own header before anything is decoded.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace planlezer {

/// The codecs that hold a whole picture in memory while they decode; others give it line by line.
enum class PictureCodec { jbig2, jpeg, jpeg2000 };

/// The next byte of the coded picture, negative at its end.
using NextByte = std::function<int()>;

/// Bytes; 0 where the header tells nothing. A JBIG2 pixel counts as a byte: it takes less memory, but much time.
[[nodiscard]] std::uint64_t decoding_bytes(PictureCodec codec, const NextByte& next);

}  // namespace planlezer
