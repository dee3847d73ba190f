// Arcs and circles of GML as points: no point of the curve lies farther than a centimetre from them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/model/geometry.hpp"

namespace planlezer {

/// Appends the arc from `a` over `b` to `c` (metres) without `a`; a straight line when the three lie on one.
void append_arc(Ring& ring, Point a, Point b, Point c);

/// Appends the whole circle through the three, from `a` in the direction of `b`, without `a` and ending in it. False
/// when the three lie on a line.
[[nodiscard]] bool append_circle(Ring& ring, Point a, Point b, Point c);

/// Appends the arc around `centre`, both ends included; angles in degrees, counter-clockwise from the x axis when
/// `end` is the larger.
void append_arc_around(Ring& ring, Point centre, double radius, double start, double end);

}  // namespace planlezer
