// The affine that leads from places on a sheet to the earth, fitted to known points.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Least squares; nullopt when the points lie on one line or are fewer than three.
[[nodiscard]] std::optional<Affine> fitted(const std::vector<ControlPoint>& points);

/// RD New (EPSG:28992) of a geographic place, metres. \param amersfoort latitude and longitude on the Bessel ellipsoid of
/// RD itself; else WGS 84 or ETRS89, which is good to about a quarter of a metre without the correction grid
[[nodiscard]] std::optional<Point> to_rd(double latitude, double longitude, bool amersfoort);

}  // namespace planlezer
