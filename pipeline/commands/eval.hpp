// The verb eval: how good the results of a run are, laid beside a person's reading of the same plans.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <memory>
#include <string>

#include "pipeline/cli/command.hpp"

namespace planlezer {

struct EvalOptions {
    std::string results;        ///< output folder of a run
    std::string gold;           ///< folder of gold files
    bool list = false;          ///< print every fault
    bool present_only = false;  ///< leave out gold that the run has no result for
    bool map = false;           ///< the gold is of map sheets: values with the ground they govern
    std::string json;           ///< file for the figures; empty: none
};

void add_eval_options(CLI::App& app, EvalOptions& options);

/// Prints the figures to `out`. Throws UsageError naming the file that is wrong.
void run_eval(const EvalOptions& options, std::ostream& out);

[[nodiscard]] std::unique_ptr<Command> make_eval_command();

}  // namespace planlezer
