// What the program says while it works: lines for people or JSON for machines, on standard error only.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace planlezer {

enum class LogLevel { info, warning, error };

struct LogStyle {
    bool quiet = false;  ///< warnings and errors only
    bool json = false;   ///< one JSON object a line
};

using LogValue = std::variant<std::string, long>;
using LogFields = std::vector<std::pair<std::string, LogValue>>;

/// Safe to use from any thread; a line is never broken by another.
class Log {
  public:
    /// Live lines are shown only when standard error is a terminal and the style allows.
    explicit Log(LogStyle style);

    /// `fields` are only in the JSON form; `message` is a Dutch sentence that says it all.
    void write(LogLevel level, std::string_view message, const LogFields& fields = {});
    [[nodiscard]] bool shows_live() const { return live_; }
    [[nodiscard]] const LogStyle& style() const { return style_; }
    /// Replaces the one line that is renewed in place; empty takes it away.
    void show_live(std::string_view line);

  private:
    LogStyle style_;
    bool live_;
    std::mutex mutex_;
    std::string shown_;
};

/// "2026-01-31T12:00:00Z"
[[nodiscard]] std::string utc_now();

}  // namespace planlezer
