// Rules on norms, rules and the text they hang on, and that IMOW and GIO tell one value.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void normwaarde_has_one_value(const Delivery& delivery, const Report& report);
void norm_has_one_kind_of_value(const Delivery& delivery, const Report& report);
void unit_goes_with_numbers(const Delivery& delivery, const Report& report);
void gio_tells_the_same_value(const Delivery& delivery, const Report& report);
void value_of_gio_is_a_norm(const Delivery& delivery, const Report& report);

void regeltekst_is_an_artikel_or_lid(const Delivery& delivery, const Report& report);
void regeltekst_has_content(const Delivery& delivery, const Report& report);
void text_has_one_regeltekst(const Delivery& delivery, const Report& report);
void regeltekst_is_on_the_leden(const Delivery& delivery, const Report& report);
void regeltekst_is_in_the_body(const Delivery& delivery, const Report& report);
void rules_on_a_text_are_of_one_type(const Delivery& delivery, const Report& report);
void rules_on_a_text_are_idealised_alike(const Delivery& delivery, const Report& report);

void activities_have_one_top(const Delivery& delivery, const Report& report);
void activity_is_below_one_of_the_regeling(const Delivery& delivery, const Report& report);
void top_activity_is_below_that_of_the_state(const Delivery& delivery, const Report& report);
void activity_is_not_above_itself(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
