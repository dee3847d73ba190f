// What is not in the deliveries, or otherwise than one would expect, as a table that a planner opens.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

[[nodiscard]] std::string remarks_csv_header();
[[nodiscard]] std::string remarks_csv_rows(std::span<const Remark> remarks);

}  // namespace planlezer::omgevingsplan
