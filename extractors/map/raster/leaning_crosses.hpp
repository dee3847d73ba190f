// Grid crosses of sheets that are drawn turned: two thin lines at right angles that halve each other.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>

#include "extractors/map/raster/components.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// Its two lines in pixels, the flatter one first; nullopt for any other form. A level cross is one too.
[[nodiscard]] std::optional<std::pair<Ring, Ring>> leaning_cross(const Component& component, const Components& ink);

}  // namespace planlezer
