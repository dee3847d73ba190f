// Rules on informatieobjecten: their metadata, their file, and that besluit, metadata and gml speak of the same.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void hash_is_right(const Delivery& delivery, const Report& report);
void referred_objects_are_delivered(const Delivery& delivery, const Report& report);
void delivered_objects_are_referred(const Delivery& delivery, const Report& report);
void file_of_object_is_there(const Delivery& delivery, const Report& report);
void file_of_object_has_a_fit_type(const Delivery& delivery, const Report& report);
void object_has_one_file(const Delivery& delivery, const Report& report);
void birth_regeling_is_in_besluit(const Delivery& delivery, const Report& report);
void birth_regeling_is_named(const Delivery& delivery, const Report& report);
void work_is_that_of_gml(const Delivery& delivery, const Report& report);
void expression_is_that_of_gml(const Delivery& delivery, const Report& report);
void consolidated_object_is_referred_in_text(const Delivery& delivery, const Report& report);
void object_has_its_kind_of_work(const Delivery& delivery, const Report& report);
void official_title_is_the_work(const Delivery& delivery, const Report& report);
void collection_fits_instruction(const Delivery& delivery, const Report& report);
void objects_are_unique(const Delivery& delivery, const Report& report);
void groups_are_drawn(const Delivery& delivery, const Report& report);
void qualitative_values_are_drawn(const Delivery& delivery, const Report& report);
void quantitative_values_are_drawn(const Delivery& delivery, const Report& report);
void style_is_of_a_gio(const Delivery& delivery, const Report& report);
void borging_names_an_object(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
