// A small plan as it was read, for tests of what is delivered of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "schemas/model/plan_result.hpp"

namespace planlezer::testing {

/// A rectangle with this lower left corner, in metres RD beside (120000, 487000).
[[nodiscard]] MultiPolygon field(double x, double y, double width, double height);

/// An accepted rule from the text of an article.
[[nodiscard]] NormStatement rule(const std::string& kind, const std::string& subject, const std::string& value, const std::string& article_id);

[[nodiscard]] Article article(const std::string& id, const std::string& kind, const std::string& label, const std::string& heading, const std::string& parent,
                              const std::string& text = {});

/// Chapter 2 with artikel 4 Wonen (4.1, 4.2 with two items), without norms and maps.
[[nodiscard]] PlanResult plan_of_rules();

/// A map that draws the plan and the bestemming Wonen as one field of 100 by 100.
[[nodiscard]] PlanMap map_of_plan();

}  // namespace planlezer::testing
