// The objects of IMOW: rules, norms, places, designations, the Pons.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "schemas/omgevingsplan/package.hpp"
#include "schemas/omgevingsplan/write/ow_file.hpp"

namespace planlezer::omgevingsplan {

/// Every ow file that has an object, in a fixed order; one at a time is in memory.
void write_ow_files(const Package& package, const std::function<void(OwFile&&)>& take);

}  // namespace planlezer::omgevingsplan
