// The four bytes in front of every message: its length, little endian.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "extractors/wire/messages.hpp"

namespace planlezer::wire {

inline constexpr std::size_t frame_header_bytes = 4;
using FrameHeader = std::array<std::byte, frame_header_bytes>;

/// \pre size <= max_frame_bytes
[[nodiscard]] constexpr FrameHeader frame_header(std::size_t size) {
    FrameHeader header{};
    for (std::size_t i = 0; i < frame_header_bytes; ++i) header.at(i) = static_cast<std::byte>(size >> (8 * i));
    return header;
}

/// The length of the payload that follows; nullopt when it is empty or over max_frame_bytes.
[[nodiscard]] constexpr std::optional<std::uint32_t> frame_length(const FrameHeader& header) {
    std::uint32_t size = 0;
    for (std::size_t i = 0; i < frame_header_bytes; ++i) size |= std::to_integer<std::uint32_t>(header.at(i)) << (8 * i);
    if (size == 0 || size > max_frame_bytes) return std::nullopt;
    return size;
}

}  // namespace planlezer::wire
