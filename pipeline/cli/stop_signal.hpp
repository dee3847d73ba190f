// Hears SIGINT and SIGTERM, and turns them into a stop that every part of a run can see.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <signal.h>

#include <atomic>
#include <stop_token>
#include <thread>

namespace planlezer {

/// Made before any other thread, so that all inherit its signal mask: no thread is ever interrupted in its work.
/// A second signal ends the program at once; the workers then see their sockets close.
class StopSignal {
  public:
    StopSignal();
    /// Puts the signals back as they were.
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }
    /// SIGINT or SIGTERM; 0 when none came.
    [[nodiscard]] int received() const { return received_; }
    /// Stops the run for another reason.
    void stop() { source_.request_stop(); }

  private:
    void listen(const std::stop_token& closing);

    sigset_t heard_{};
    sigset_t before_{};
    std::atomic<int> received_{0};
    std::stop_source source_;
    std::jthread listener_;  ///< last: it uses the others
};

}  // namespace planlezer
