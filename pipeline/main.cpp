// planlezer: the trusted program. It decodes no document itself; planlezer-worker does.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <vector>

#include "pipeline/cli/program.hpp"
#include "pipeline/commands/check_rules.hpp"
#include "pipeline/commands/eval.hpp"
#include "pipeline/commands/explain.hpp"
#include "pipeline/commands/run.hpp"

int main(int count, char** arguments) {
    std::vector<std::unique_ptr<planlezer::Command>> commands;
    commands.push_back(planlezer::make_run_command());
    commands.push_back(planlezer::make_eval_command());
    commands.push_back(planlezer::make_check_rules_command());
    commands.push_back(planlezer::make_explain_command());
    return static_cast<int>(planlezer::run_program(count, arguments, commands));
}
