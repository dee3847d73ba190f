// One worker process: started, asked, watched and ended. Trusts nothing that comes back.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "extractors/wire/messages.hpp"
#include "pipeline/file_descriptor.hpp"

namespace planlezer {

/// Why a worker gave no answer that can be used. After any of these the process must be ended.
enum class WorkerFault {
    died,       ///< it ended, or closed its socket
    lied,       ///< its reply is not a message, or not one to the request
    timed_out,  ///< no whole reply before the deadline
    too_large,  ///< it took more memory than allowed
    stopped,    ///< the run is being stopped
};

using WorkerAnswer = std::variant<wire::Reply, WorkerFault>;

struct WorkerCommand {
    std::filesystem::path program;
    std::vector<std::string> environment;  ///< "NAME=value"; all the worker gets
    int messages = -1;                     ///< descriptor for its standard error; -1: /dev/null
};

/// The environment a worker starts with: OMP_THREAD_LIMIT=1, a fixed PATH and locale, the Tesseract model's folder.
[[nodiscard]] std::vector<std::string> worker_environment();

class WorkerProcess {
  public:
    /// Starts the program with one end of a socket as its descriptor 3, in a process group of its own, with nothing
    /// else open. Throws std::system_error when it cannot be started.
    explicit WorkerProcess(const WorkerCommand& command);
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;
    /// Kills the whole group and reaps it.
    ~WorkerProcess();

    /// Sends the request, with a descriptor when `descriptor` >= 0, and waits for the one reply.
    [[nodiscard]] WorkerAnswer ask(const wire::Request& request, int descriptor, std::chrono::milliseconds deadline,
                                   std::uint64_t max_bytes, const std::stop_token& stop);

    [[nodiscard]] pid_t pid() const { return pid_; }
    /// Memory in use now; 0 when it cannot be seen.
    [[nodiscard]] std::uint64_t resident_bytes() const;

  private:
    struct Watch;
    [[nodiscard]] bool send(const wire::Request& request, int descriptor) const;
    [[nodiscard]] std::optional<WorkerFault> receive(std::span<std::byte> bytes, const Watch& watch) const;
    [[nodiscard]] std::optional<WorkerFault> wait_readable(const Watch& watch) const;
    [[nodiscard]] bool has_unread() const;

    FileDescriptor socket_;
    pid_t pid_ = -1;
};

}  // namespace planlezer
