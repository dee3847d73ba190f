// planlezer: the trusted program. It decodes no document itself; planlezer-worker does.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <memory>
#include <vector>

#include "pipeline/cli/program.hpp"
#include "pipeline/commands/check_rules.hpp"
#include "pipeline/commands/eval.hpp"
#include "pipeline/commands/explain.hpp"
#include "pipeline/commands/run.hpp"
#include "pipeline/commands/validate.hpp"

namespace {

/// A caller may have closed 0, 1 or 2; a document or socket opened there would be written over by a message.
void hold_standard_descriptors() {
    while (true) {
        const int descriptor = open("/dev/null", O_RDWR | O_CLOEXEC);
        if (descriptor > STDERR_FILENO) close(descriptor);
        if (descriptor < 0 || descriptor > STDERR_FILENO) return;
    }
}

}  // namespace

int main(int count, char** arguments) {
    hold_standard_descriptors();
    std::vector<std::unique_ptr<planlezer::Command>> commands;
    commands.push_back(planlezer::make_run_command());
    commands.push_back(planlezer::make_eval_command());
    commands.push_back(planlezer::make_check_rules_command());
    commands.push_back(planlezer::make_explain_command());
    commands.push_back(planlezer::make_validate_command());
    return static_cast<int>(planlezer::run_program(count, arguments, commands));
}
