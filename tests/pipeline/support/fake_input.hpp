// Documents of the fake worker as discovered input.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

#include "pipeline/discover/discover.hpp"
#include "pipeline/worker_process/worker_process.hpp"
#include "tests/support/folder.hpp"

namespace planlezer::test {

/// A document of the fake worker, found as a run finds it.
[[nodiscard]] inline InputFile fake_input(const Folder& folder, std::string_view name, std::string_view script) {
    const Inputs inputs = discover({folder.document(name, script)}, {});
    if (inputs.files.size() != 1 || inputs.files[0].failure) throw std::runtime_error("the test's document was not found");
    return inputs.files[0];
}

[[nodiscard]] inline WorkerCommand fake_worker() { return {PLANLEZER_FAKE_WORKER, worker_environment(), -1}; }

}  // namespace planlezer::test
