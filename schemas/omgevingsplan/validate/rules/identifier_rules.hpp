// Rules on the form of AKN, JOIN and doel identifications.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void id_has_no_point(const Delivery& delivery, const Report& report);
void expression_is_of_its_work(const Delivery& delivery, const Report& report);
void akn_names_a_country(const Delivery& delivery, const Report& report);
void join_starts_with_id(const Delivery& delivery, const Report& report);
void join_names_a_collection(const Delivery& delivery, const Report& report);
void id_names_a_year(const Delivery& delivery, const Report& report);
void join_version_names_a_year(const Delivery& delivery, const Report& report);
void join_version_is_not_before_work(const Delivery& delivery, const Report& report);
void expression_names_a_language(const Delivery& delivery, const Report& report);
void id_names_its_owner(const Delivery& delivery, const Report& report);
void id_starts_as_akn_or_join(const Delivery& delivery, const Report& report);
void expression_has_seven_parts(const Delivery& delivery, const Report& report);
void last_part_is_plain(const Delivery& delivery, const Report& report);
void last_part_is_short(const Delivery& delivery, const Report& report);
void doel_has_its_form(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
