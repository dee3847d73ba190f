// The files of one delivery, by name: what is read from a folder or a zip, what is validated, what is zipped.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace planlezer::omgevingsplan {

/// Name to bytes. A name is a key and never a path: what stands in a zip may be anything.
using PackageFiles = std::map<std::string, std::string, std::less<>>;

/// What a delivery may weigh, as the LVBB bounds it; more is not read at all.
namespace package_limits {
inline constexpr std::uint64_t file_bytes = 100'000'000;  ///< LVBB1041, unpacked
inline constexpr std::uint64_t zip_bytes = 1'000'000'000;  ///< LVBB1040
inline constexpr std::uint64_t unpacked_bytes = 1'000'000'000;  ///< ours: all files together, in memory
inline constexpr std::size_t files = 20'000;  ///< ours
inline constexpr std::size_t name_bytes = 1'000;  ///< ours
}  // namespace package_limits

/// Only digits, letters, point, underscore and hyphen, and not only points (LVBB1004).
[[nodiscard]] constexpr bool is_file_name(std::string_view name) {
    bool beyond_points = false;
    for (const char c : name) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
        if (!plain && c != '.') return false;
        beyond_points = beyond_points || plain;
    }
    return beyond_points;
}

}  // namespace planlezer::omgevingsplan
