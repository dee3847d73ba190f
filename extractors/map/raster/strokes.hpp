// Straight strokes on a picture of a sheet, whole or in dashes, each followed through the lines that cross it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/image/leptonica.hpp"
#include "schemas/model/geometry.hpp"

namespace planlezer {

/// In pixels.
struct Stroke {
    Point a;
    Point b;
    double width = 0;
    double seen = 1; ///< share of its length; the rest is between dashes, or beneath another line
    double ink = 0;  ///< pixels of full black across it, by how much darker it is than its ground; 0 when not measured
};

struct StrokeLimits {
    double least_length = 0;  ///< pixels
    double most_width = 0;
    double most_crossing = 0; ///< how far another line may hide it
    double most_gap = 0;      ///< between two dashes
    double least_dash = 0;
};

/// \param ink 1 bit. A stroke at 45 degrees may be found twice
[[nodiscard]] std::vector<Stroke> straight_strokes(Pix& ink, const StrokeLimits& limits);

/// Measures `ink` of each. \param darker 8 bit: by how much each pixel is darker than its ground
void weigh_strokes(Pix& darker, std::vector<Stroke>& strokes);

/// Takes strokes that were weighed out of the picture, but for where another line crosses them.
/// \param broadest pixels: where more ink lies across a stroke, it runs into another line
void erase_strokes(Pix& ink, Pix& darker, const std::vector<Stroke>& strokes, double broadest = 1e9);

}  // namespace planlezer
