// Keeps the results of whole plans, so that --resume does not redo them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "pipeline/discover/discover.hpp"
#include "pipeline/group/group.hpp"
#include "pipeline/store/entry_store.hpp"
#include "schemas/model/plan_result.hpp"

namespace planlezer {

class ResultStore {
  public:
    /// `maker` says what makes results: program, rule book, worker and models, options.
    ResultStore(std::filesystem::path folder, std::string maker) : entries_(std::move(folder)), maker_(std::move(maker)) {}

    [[nodiscard]] std::optional<PlanResult> find(const PlanGroup& plan, const Inputs& inputs) const;
    /// Keeps it, unless some failure might not come back (time, a dead worker): those are tried again.
    void keep(const PlanGroup& plan, const Inputs& inputs, const PlanResult& result);

  private:
    [[nodiscard]] std::string key(const PlanGroup& plan, const Inputs& inputs) const;

    EntryStore entries_;
    std::string maker_;
};

}  // namespace planlezer
