// Reads an IMRO GML (2006, 2008, 2012): the areas and values of a plan.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <variant>

#include "schemas/model/plan.hpp"
#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// No network, no entities, no document type, bounded in size and depth (limits.hpp). What cannot be read of an object
/// is a flag of the map; what breaks the file is the failure. `file` of map and provenance is left empty.
[[nodiscard]] std::variant<PlanMap, Failure> read_imro(std::span<const std::byte> bytes);

}  // namespace planlezer
