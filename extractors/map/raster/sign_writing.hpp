// What is written in one part of a sign on a picture: rows of letters, and the small marks over and under them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/map/raster/sign_numbers.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// A row of letters in a part, with the marks over and under it.
struct Written {
    std::vector<const Component*> letters;
    std::vector<const Component*> marks;
};

/// Letters by their rows; what is much smaller and stands clear over or under them is a mark.
[[nodiscard]] std::vector<Written> written_rows(std::vector<const Component*> all, const Components& ink);

/// A comma too pale for ink, between two digits that stand further apart than digits do; added at the end of `ink`.
/// \pre the list has room: pointers to components stay good
void add_pale_commas(const SheetRaster& raster, Components& ink, Written& written);

/// The marks over and under its letters.
[[nodiscard]] std::vector<NumberMark> marks_of(const Written& written, const Components& ink);

/// Tells the cell which marks stand over and under it.
void set_marks(const std::vector<NumberMark>& marks, SignCell& cell);

/// A number over a level line over another of its size: whatever is drawn around them, the line that divides a sign ends at its edge.
[[nodiscard]] bool is_fraction(const std::vector<const Component*>& letters);

/// The row where a triangle stands with its tip on a digit, or a digit on the tip of one.
[[nodiscard]] std::optional<int> neck_of(const Component& c, const Components& ink);

}  // namespace planlezer
