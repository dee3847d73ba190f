// Keeps the store of readings and results from growing without end.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace planlezer {

/// Bytes a store may hold beside what the last run used: some half a million pages.
inline constexpr std::uint64_t most_stored_bytes = 10'000'000'000;

struct Pruned {
    std::size_t entries = 0;  ///< removed
    std::uint64_t bytes = 0;  ///< removed
};

/// Removes the entries that were longest unused until `most_bytes` are left, but none used since `spared_since`; and what
/// killed runs left half-written. Other files in the folder are nobody's business and stay. Several runs may do so at a
/// time, and others use the store meanwhile: to them an entry that goes is an entry that was never kept.
Pruned prune_store(const std::filesystem::path& folder, std::uint64_t most_bytes, std::filesystem::file_time_type spared_since);

}  // namespace planlezer
