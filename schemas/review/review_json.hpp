// review.json: the same queue as review.csv for programs, written plan by plan so that no run is too large for it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// begin() once, then plan() for each plan in order, then end(): the parts joined are one JSON document.
class ReviewJson {
  public:
    [[nodiscard]] static std::string begin();
    [[nodiscard]] std::string plan(const PlanResult& result);
    [[nodiscard]] std::string end() const;

  private:
    bool any_ = false;
};

}  // namespace planlezer
