// Lays a drawn outline over the same outline in RD: the place of a sheet that carries none itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "rules/map/sheet/fit.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// `drawn` in points, `known` in metres RD, `north` as MapSheet::north. nullopt when the two do not cover each other
/// nearly wholly: another plan, a sheet with a part of the area, an outline wrongly read. The residual is the distance
/// between the outlines, root mean square in metres.
[[nodiscard]] std::optional<Fit> match_contours(const MultiPolygon& drawn, const MultiPolygon& known, double north);

}  // namespace planlezer
