// Rules on the geometry of a GIO, and on norms whose locations overlap.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void location_has_a_geometry(const Delivery& delivery, const Report& report);
void geometry_names_its_system(const Delivery& delivery, const Report& report);
void gio_has_one_system(const Delivery& delivery, const Report& report);
void one_id_is_one_geometry(const Delivery& delivery, const Report& report);
void geometry_is_sound(const Delivery& delivery, const Report& report);
void geometry_is_in_the_netherlands(const Delivery& delivery, const Report& report);
void coordinates_have_three_decimals(const Delivery& delivery, const Report& report);
void gebied_is_an_area(const Delivery& delivery, const Report& report);
void lijn_is_a_line(const Delivery& delivery, const Report& report);
void punt_is_a_point(const Delivery& delivery, const Report& report);
void norm_has_one_value_at_a_point(const Delivery& delivery, const Report& report);
void locations_of_a_value_do_not_overlap(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
