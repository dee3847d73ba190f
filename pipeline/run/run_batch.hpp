// A whole run: from the inputs a user named to the output folder and the exit code.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/cli/exit_code.hpp"
#include "pipeline/cli/stop_signal.hpp"
#include "pipeline/progress/log.hpp"
#include "pipeline/run/run_options.hpp"

namespace planlezer {

/// Throws UsageError or RuleBookError before anything is processed; after that every fault is in the exit code, the
/// log and run.json.
[[nodiscard]] ExitCode run_batch(const RunOptions& options, Log& log, StopSignal& signal);

}  // namespace planlezer
