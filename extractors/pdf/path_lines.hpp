// A path of Poppler's graphics state as lines on the page, curves made into chords.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/pdf/drawing.hpp"
#include "extractors/pdf/poppler.hpp"

namespace planlezer {

/// The current path in points as displayed; runs with a coordinate that is no number are left out.
[[nodiscard]] std::vector<DrawnLine> path_lines(const GfxState& state);

}  // namespace planlezer
