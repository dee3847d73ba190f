// Rules on the Pons, which takes old plans out of the map.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void pons_is_one(const Delivery& delivery, const Report& report);
void pons_is_in_no_temporary_part(const Delivery& delivery, const Report& report);
void pons_has_one_location(const Delivery& delivery, const Report& report);
void place_of_pons_has_no_rule(const Delivery& delivery, const Report& report);
void object_of_pons_has_no_norm(const Delivery& delivery, const Report& report);
void object_of_pons_is_named_in_besluit(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
