// Finds hatching that is drawn line by line: many parallel strokes at one distance, and the area they cover.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/pdf/drawing.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

struct DrawnHatching {
    MapArea area;          ///< its outline as far as the lines tell
    bool exact = false;    ///< the lines were clipped to an outline, which is the area's
};

/// Marks the lines of the hatching as used.
[[nodiscard]] std::vector<DrawnHatching> drawn_hatching(const Drawing& drawing, std::vector<Piece>& pieces);

}  // namespace planlezer
