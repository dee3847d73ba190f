// The verb explain: why a norm is in the results, for the terminal.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <memory>
#include <string>

#include "pipeline/cli/command.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {

struct ExplainOptions {
    std::string result;  ///< plans/<plan_id>.json, or the output folder of a run of one plan
    std::string norm;    ///< "n0004" or "4"
    std::string rules;   ///< folder with own rules, as given to `run`; empty: none
};

void add_explain_options(CLI::App& app, ExplainOptions& options);

/// Prints the explanation to `out`. Throws UsageError when the result or the norm is not there.
void run_explain(const ExplainOptions& options, const RuleBook& book, std::ostream& out);

[[nodiscard]] std::unique_ptr<Command> make_explain_command();

}  // namespace planlezer
