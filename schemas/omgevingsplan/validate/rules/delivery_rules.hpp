// Rules on the delivery as a whole: names and sizes, manifest and zip, the opdracht and its dates.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void opdracht_is_there(const Delivery& delivery, const Report& report);
void manifest_is_there(const Delivery& delivery, const Report& report);
void manifest_ow_is_there(const Delivery& delivery, const Report& report);
void file_names_are_plain(const Delivery& delivery, const Report& report);
void files_fit_in_size(const Delivery& delivery, const Report& report);
void manifest_names_what_is_there(const Delivery& delivery, const Report& report);
void all_files_are_in_manifest(const Delivery& delivery, const Report& report);
void manifest_names_a_file_once(const Delivery& delivery, const Report& report);
void content_type_is_allowed(const Delivery& delivery, const Report& report);
void content_type_is_given(const Delivery& delivery, const Report& report);
void content_type_of_picture_is_true(const Delivery& delivery, const Report& report);
void content_type_of_file_is_true(const Delivery& delivery, const Report& report);
void manifest_ow_names_what_is_there(const Delivery& delivery, const Report& report);
void manifest_ow_has_no_geometry_type(const Delivery& delivery, const Report& report);
void manifest_ow_has_no_gml(const Delivery& delivery, const Report& report);
void ow_files_are_in_manifest_ow(const Delivery& delivery, const Report& report);
void publication_is_there(const Delivery& delivery, const Report& report);
void id_of_delivery_is_known(const Delivery& delivery, const Report& report);
void publication_date_is_a_date(const Delivery& delivery, const Report& report);
void publication_date_is_a_working_day(const Delivery& delivery, const Report& report);
void in_force_within_ninety_days(const Delivery& delivery, const Report& report);
/// Every Aanlevering of the manifest-ow against the regelingen and doelen of the besluit.
void manifest_ow_names_the_regeling(const Delivery& delivery, const Report& report);
void manifest_ow_pairs_doel_and_regeling(const Delivery& delivery, const Report& report);
void manifest_ow_names_doel_or_expression(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
