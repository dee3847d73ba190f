// Rules on the ConsolidatieInformatie: versions, doelen and time stamps, each tied to its place in the text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void besluit_has_one_doel(const Delivery& delivery, const Report& report);
void instrument_has_one_version(const Delivery& delivery, const Report& report);
void doel_has_one_date(const Delivery& delivery, const Report& report);
void intended_regeling_is_an_act(const Delivery& delivery, const Report& report);
void intended_object_is_regdata(const Delivery& delivery, const Report& report);
void regeling_has_its_place(const Delivery& delivery, const Report& report);
void time_stamp_has_its_place(const Delivery& delivery, const Report& report);
void intended_object_is_its_reference(const Delivery& delivery, const Report& report);
void named_objects_are_intended(const Delivery& delivery, const Report& report);
void regeling_comes_in_force(const Delivery& delivery, const Report& report);
void object_comes_in_force(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
