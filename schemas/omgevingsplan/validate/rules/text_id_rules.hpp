// Rules on eId and wId: their form, that they are unique, and that they follow the text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void e_id_ends_without_point(const Delivery& delivery, const Report& report);
void w_id_ends_without_point(const Delivery& delivery, const Report& report);
void parts_of_e_id_end_without_point(const Delivery& delivery, const Report& report);
void parts_of_w_id_end_without_point(const Delivery& delivery, const Report& report);
void e_id_is_unique_in_besluit(const Delivery& delivery, const Report& report);
void w_id_is_unique_in_besluit(const Delivery& delivery, const Report& report);
void e_id_is_unique_in_component(const Delivery& delivery, const Report& report);
void w_id_is_unique_in_component(const Delivery& delivery, const Report& report);
/// Prefix by the element, the path of what it stands in, the number that is printed.
void e_id_follows_the_text(const Delivery& delivery, const Report& report);
void w_id_follows_the_text(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
