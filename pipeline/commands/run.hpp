// The verb `run`: documents in, norms out.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "pipeline/cli/command.hpp"

namespace planlezer {

[[nodiscard]] std::unique_ptr<Command> make_run_command();

}  // namespace planlezer
