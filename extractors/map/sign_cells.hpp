// Divides a sign by the lines in it and tells what is written, and what marks stand, in each part.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/map/pieces.hpp"
#include "extractors/map/sign_shape.hpp"
#include "extractors/pdf/drawing.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// \param inside pieces within the outline, without the outline itself
/// \param angle degrees counter-clockwise by which the writing stands turned
[[nodiscard]] std::vector<SignCell> sign_cells(const Outline& outline, double angle, const std::vector<const Glyph*>& glyphs,
                                               const std::vector<const Piece*>& inside);

}  // namespace planlezer
