// What every verb of the program is: options declared first, without side effects, then run.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "pipeline/cli/exit_code.hpp"

namespace CLI {
class App;
}

namespace planlezer {

/// One verb. Lives in pipeline/commands/NAME.{hpp,cpp}; the header gives `std::unique_ptr<Command> make_NAME_command()`.
class Command {
  public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    /// Word on the command line: "run".
    [[nodiscard]] virtual std::string name() const = 0;
    /// One Dutch sentence for the list of verbs.
    [[nodiscard]] virtual std::string description() const = 0;
    /// Declares options and arguments on the verb's own app.
    virtual void setup(CLI::App& app) = 0;
    /// Called once, after the options were read.
    [[nodiscard]] virtual ExitCode run() = 0;
};

/// A fault that ends the program before or after its work; printed as one line, with the way out behind it.
class CommandError : public std::runtime_error {
  public:
    CommandError(ExitCode code, const std::string& message, std::string advice = {})
        : std::runtime_error(message), code_(code), advice_(std::move(advice)) {}
    [[nodiscard]] ExitCode code() const { return code_; }
    [[nodiscard]] const std::string& advice() const { return advice_; }

  private:
    ExitCode code_;
    std::string advice_;
};

/// Wrong use: exit code 2.
class UsageError : public CommandError {
  public:
    explicit UsageError(const std::string& message, std::string advice = {})
        : CommandError(ExitCode::wrong_use, message, std::move(advice)) {}
};

}  // namespace planlezer
