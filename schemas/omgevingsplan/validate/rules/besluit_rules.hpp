// Rules on the besluit around the text: metadata, procedure, the regelingen and their versions.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void besluit_is_a_besluit(const Delivery& delivery, const Report& report);
void besluit_is_a_bill(const Delivery& delivery, const Report& report);
void regeling_is_an_act(const Delivery& delivery, const Report& report);
void regeling_has_its_kind_of_work(const Delivery& delivery, const Report& report);
void new_regeling_has_metadata(const Delivery& delivery, const Report& report);
void omgevingsplan_is_of_a_gemeente(const Delivery& delivery, const Report& report);
void omgevingsplan_is_compact(const Delivery& delivery, const Report& report);
void besluit_is_compact(const Delivery& delivery, const Report& report);
void bestuursorgaan_is_named(const Delivery& delivery, const Report& report);
void version_number_is_plain(const Delivery& delivery, const Report& report);
void informatieobject_refs_are_unique(const Delivery& delivery, const Report& report);
void rechtsgebieden_are_unique(const Delivery& delivery, const Report& report);
void onderwerpen_are_unique(const Delivery& delivery, const Report& report);
void schema_versions_fit(const Delivery& delivery, const Report& report);

void draft_has_no_time_stamps(const Delivery& delivery, const Report& report);
void publication_is_no_step(const Delivery& delivery, const Report& report);
void final_steps_are_allowed(const Delivery& delivery, const Report& report);
void final_besluit_is_signed(const Delivery& delivery, const Report& report);
void draft_steps_are_allowed(const Delivery& delivery, const Report& report);
void steps_are_taken_once(const Delivery& delivery, const Report& report);
void steps_are_in_order(const Delivery& delivery, const Report& report);

void component_has_a_name(const Delivery& delivery, const Report& report);
void new_regeling_has_wordt(const Delivery& delivery, const Report& report);
void component_names_are_unique(const Delivery& delivery, const Report& report);
void was_and_wordt_are_one_work(const Delivery& delivery, const Report& report);
void wordt_is_unique(const Delivery& delivery, const Report& report);
void was_can_exist(const Delivery& delivery, const Report& report);
void mutation_has_was(const Delivery& delivery, const Report& report);
void mutation_has_wordt(const Delivery& delivery, const Report& report);
void wordt_is_intended(const Delivery& delivery, const Report& report);
void wordt_has_its_version(const Delivery& delivery, const Report& report);
void replaced_is_named(const Delivery& delivery, const Report& report);
void replacement_is_marked(const Delivery& delivery, const Report& report);
void context_is_not_removed(const Delivery& delivery, const Report& report);
void wijzigartikel_and_bijlage_match(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
