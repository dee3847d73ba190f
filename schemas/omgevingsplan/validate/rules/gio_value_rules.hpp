// Rules on the gml of a GIO: its norm fields, groups and identifiers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void group_is_given_to_all(const Delivery& delivery, const Report& report);
void group_is_listed(const Delivery& delivery, const Report& report);
void group_ids_are_unique(const Delivery& delivery, const Report& report);
void group_labels_are_unique(const Delivery& delivery, const Report& report);
void group_is_used(const Delivery& delivery, const Report& report);
void quantitative_value_is_given_to_all(const Delivery& delivery, const Report& report);
void qualitative_value_is_given_to_all(const Delivery& delivery, const Report& report);
void location_has_one_kind_of_value(const Delivery& delivery, const Report& report);
void quantitative_gio_has_a_unit(const Delivery& delivery, const Report& report);
void qualitative_value_is_not_empty(const Delivery& delivery, const Report& report);
void gio_with_values_has_a_norm(const Delivery& delivery, const Report& report);
void location_has_group_or_value(const Delivery& delivery, const Report& report);
void geometry_ids_are_unique(const Delivery& delivery, const Report& report);
void qualitative_gio_has_no_unit(const Delivery& delivery, const Report& report);
void gio_without_values_has_no_norm(const Delivery& delivery, const Report& report);
void gml_has_no_other_fields(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
