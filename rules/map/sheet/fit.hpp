// Least-squares fits of a sheet to the earth, robust against single wrong points.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// An affine and how well the points it was made of agree with it.
struct Fit {
    Affine to_rd;
    std::optional<double> residual;  ///< metres, root mean square, for the points left over; empty when none is left over
    std::vector<ControlPoint> used;
};

/// The mean scale of an affine: metres a point.
[[nodiscard]] double scale_of(const Affine& affine);

/// A turn, one scale, a shift and the flip of y: four unknowns. nullopt for fewer than two different points.
[[nodiscard]] std::optional<Fit> fit_similarity(std::span<const ControlPoint> points);

/// Six unknowns: takes up paper that shrank unevenly. nullopt for fewer than three points that span an area.
[[nodiscard]] std::optional<Fit> fit_affine(std::span<const ControlPoint> points);

/// The fit most points agree on to within `tolerance` metres; the others (a coordinate misread) are left out. From
/// five points that agree an affine, else a similarity. nullopt when fewer than three agree.
[[nodiscard]] std::optional<Fit> fit_robust(std::span<const ControlPoint> points, double tolerance);

}  // namespace planlezer
