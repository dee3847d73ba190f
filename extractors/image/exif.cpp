#include "extractors/image/exif.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace planlezer {

namespace {

using Bytes = std::span<const std::byte>;

std::uint32_t number(Bytes bytes, std::size_t at, std::size_t width, bool big_endian) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const std::size_t place = big_endian ? at + i : at + width - 1 - i;
        value = (value << 8U) | std::to_integer<std::uint32_t>(bytes[place]);
    }
    return value;
}

/// \param tiff the TIFF structure inside the Exif segment
int orientation_in(Bytes tiff) {
    constexpr std::size_t entry_bytes = 12;
    constexpr std::uint32_t orientation_tag = 0x0112;
    if (tiff.size() < 8) return 1;
    const bool big_endian = tiff[0] == std::byte{'M'};
    const std::size_t directory = number(tiff, 4, 4, big_endian);
    if (directory > tiff.size() || tiff.size() - directory < 2) return 1;
    const std::size_t entries = number(tiff, directory, 2, big_endian);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = directory + 2 + i * entry_bytes;
        if (at + entry_bytes > tiff.size()) return 1;
        if (number(tiff, at, 2, big_endian) != orientation_tag) continue;
        const std::uint32_t value = number(tiff, at + 8, 2, big_endian);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

bool is_exif(Bytes segment) {
    constexpr std::string_view name{"Exif\0\0", 6};
    return segment.size() > name.size() &&
           std::equal(name.begin(), name.end(), segment.begin(), [](char c, std::byte b) { return std::byte(c) == b; });
}

}  // namespace

int exif_orientation(Bytes jpeg) {
    constexpr std::uint32_t app1 = 0xFFE1;
    constexpr std::uint32_t start_of_scan = 0xFFDA;
    std::size_t at = 2;
    while (at + 4 <= jpeg.size()) {
        const std::uint32_t marker = number(jpeg, at, 2, true);
        const std::size_t length = number(jpeg, at + 2, 2, true);
        if (marker < 0xFFC0 || marker == start_of_scan || length < 2 || at + 2 + length > jpeg.size()) return 1;
        const Bytes segment = jpeg.subspan(at + 4, length - 2);
        if (marker == app1 && is_exif(segment)) return orientation_in(segment.subspan(6));
        at += 2 + length;
    }
    return 1;
}

PixHandle shown_upright(PixHandle pixels, int orientation) {
    // Exif: 2 mirrored, 3 half turn, 4 upside-down mirror, 5 to 8 the same four on their side.
    const bool mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    int turns = 0;
    if (orientation == 3 || orientation == 4) turns = 2;
    if (orientation == 6 || orientation == 7) turns = 1;
    if (orientation == 5 || orientation == 8) turns = 3;
    if (pixels && mirrored) pixels.reset(pixFlipLR(nullptr, pixels.get()));
    if (pixels && turns != 0) pixels.reset(pixRotateOrth(pixels.get(), turns));
    return pixels;
}

}  // namespace planlezer
