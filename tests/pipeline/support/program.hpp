// Runs the real program and says what it did.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace planlezer::test {

struct ProgramEnd {
    int code = -1;  ///< exit code; 128 + signal when a signal ended it
    std::string out;
    std::string err;
    long max_resident_kb = 0;  ///< of the program itself, not of its workers
};

/// A program that was started and not yet waited for.
class Program {
  public:
    explicit Program(std::vector<std::string> arguments);
    /// Kills it when it still runs.
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void send_signal(int signal) const;
    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] ProgramEnd wait();

  private:
    pid_t pid_ = -1;
    int out_ = -1;
    int err_ = -1;
};

/// planlezer with these arguments and the fake worker.
[[nodiscard]] std::vector<std::string> planlezer_run(std::vector<std::string> arguments);
[[nodiscard]] ProgramEnd run(const std::vector<std::string>& arguments);

}  // namespace planlezer::test
