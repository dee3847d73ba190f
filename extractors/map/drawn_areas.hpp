// The areas a drawing shows: fills, closed outlines, hatching, and what open lines enclose between them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/pdf/drawing.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Also the swatches of a legend; without what `pieces` marks as part of a sign. The largest first.
[[nodiscard]] std::vector<MapArea> drawn_areas(const Drawing& drawing, std::vector<Piece>& pieces);

}  // namespace planlezer
