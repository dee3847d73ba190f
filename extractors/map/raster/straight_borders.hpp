// The lines that were drawn, from the staircases that their blocks make.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/raster/partition.hpp"

namespace planlezer {

/// \param borders corners of blocks, a block apart, level or upright in turn; closed when the ends are one point. They become straight
/// lines, each the mean of its steps, from which no step lies further than about a block; lines that ended together still do.
void straighten(std::vector<BorderLine>& borders);

}  // namespace planlezer
