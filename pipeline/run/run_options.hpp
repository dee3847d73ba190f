// What a run is asked to do.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/worker_process/limits.hpp"

namespace planlezer {

struct RunOptions {
    std::vector<std::filesystem::path> inputs;
    std::filesystem::path output = "planlezer-resultaat";
    int jobs = 0;                        ///< workers and threads; 0: one a core
    std::filesystem::path rules;         ///< folder read after the installed rule book; empty: none
    std::filesystem::path settings;      ///< of the packages for the omgevingsplan; empty: those of the fictional gm9920
    bool resume = false;                 ///< take results of plans from the store
    std::filesystem::path cache;         ///< empty: `.cache` in the output folder
    bool geojson = false;                ///< write norms.geojson too
    bool no_cache = false;               ///< keep nothing for a later run
    std::filesystem::path worker;        ///< empty: the installed one
    WorkerLimits limits;
    bool worker_messages = false;        ///< let workers write on our standard error
};

}  // namespace planlezer
