// Rules on what stands in the text: paragraphs, headings, lists, structure and references.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

void unmarked_list_has_no_numbers(const Delivery& delivery, const Report& report);
void marked_list_has_numbers(const Delivery& delivery, const Report& report);
void paragraph_has_content(const Delivery& delivery, const Report& report);
void heading_has_content(const Delivery& delivery, const Report& report);
void note_reference_is_in_a_table(const Delivery& delivery, const Report& report);
void note_reference_has_its_note(const Delivery& delivery, const Report& report);
void list_holds_no_table(const Delivery& delivery, const Report& report);
void internal_reference_exists(const Delivery& delivery, const Report& report);
void internal_object_reference_exists(const Delivery& delivery, const Report& report);
void object_reference_says_its_target(const Delivery& delivery, const Report& report);
void object_reference_has_no_blanks(const Delivery& delivery, const Report& report);
void compact_regeling_has_no_wijzigartikel(const Delivery& delivery, const Report& report);
void marks_of_change_are_in_a_mutation(const Delivery& delivery, const Report& report);
void changes_of_structure_are_in_a_mutation(const Delivery& delivery, const Report& report);
void external_reference_has_its_form(const Delivery& delivery, const Report& report);
void scope_is_that_of_the_target(const Delivery& delivery, const Report& report);
void reserved_stands_alone(const Delivery& delivery, const Report& report);
void structure_has_more_than_a_heading(const Delivery& delivery, const Report& report);
void divisietekst_has_more_than_a_heading(const Delivery& delivery, const Report& report);
void what_lapsed_has_lapsed_wholly(const Delivery& delivery, const Report& report);
void notes_are_unique(const Delivery& delivery, const Report& report);
void artikel_has_one_kind_of_content(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
