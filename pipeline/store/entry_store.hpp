// Keeps texts under keys in a folder, for another run; a damaged entry is no entry.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace planlezer {

/// One file an entry, with the SHA-256 of its content in front, written atomically: any number of processes may use
/// one folder at a time, also over a network.
class EntryStore {
  public:
    explicit EntryStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// \pre key is letters, digits, '-' and '/' only
    [[nodiscard]] std::optional<std::string> find(const std::string& key) const;
    /// A store that cannot be written costs time in a later run, never this run's result: false, and not tried again.
    bool keep(const std::string& key, std::string_view content);

  private:
    std::filesystem::path folder_;
    std::atomic<bool> broken_{false};
};

}  // namespace planlezer
