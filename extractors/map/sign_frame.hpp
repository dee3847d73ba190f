// How what is written stands in the outline around it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "extractors/map/sign_shape.hpp"
#include "extractors/map/text_runs.hpp"

namespace planlezer {

[[nodiscard]] bool is_triangle(const Outline& outline);

/// A triangle as it stands when its writing is level; nullopt when it then stands on no side.
/// \param angle degrees counter-clockwise, of the writing
[[nodiscard]] std::optional<Outline> upright_triangle(const Outline& outline, double angle);

/// A square that stands on a corner under its writing: a diamond.
/// \param angle degrees counter-clockwise, of the writing
[[nodiscard]] bool stands_on_corner(const Outline& outline, double angle);

/// What is written fills a box sign, its lines together; a building or a swatch is wide around its number.
/// \param share of the outline's height
[[nodiscard]] bool fills(const Outline& outline, double angle, const std::vector<const Glyph*>& glyphs, double share);

/// How much of an outline its text takes: of its height, or of its width where the height is not left empty.
[[nodiscard]] double tightness(const Outline& outline, double angle, const std::vector<const Glyph*>& glyphs);

}  // namespace planlezer
