// The command line: verbs, help, and the one place where a fault becomes a message with a way out and an exit code.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "pipeline/cli/command.hpp"

namespace planlezer {

/// Runs the verb the arguments name. Throws nothing.
[[nodiscard]] ExitCode run_program(int count, const char* const* arguments, const std::vector<std::unique_ptr<Command>>& commands);

}  // namespace planlezer
