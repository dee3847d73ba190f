// How much of a plan has a bestemming on its map: what a half-read sheet leaves out.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// From here on an object's outline and name are taken for right.
inline constexpr double sure_object = 0.8;

/// The share of the plangebied, 0-1, in which no enkelbestemming is sure. Where the border was not read: of
/// all bestemmingen and the streets between them.
[[nodiscard]] double ground_without_bestemming(const PlanMap& map);

/// More of it is without a bestemming than borders and signs take. IMRO is always whole.
[[nodiscard]] bool is_half_read(const PlanMap& map);

}  // namespace planlezer
