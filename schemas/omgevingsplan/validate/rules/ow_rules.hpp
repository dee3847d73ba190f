// Rules on the objects of the ow files: their identification, what refers to what, and the values of lists.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "schemas/omgevingsplan/validate/rule.hpp"

namespace planlezer::omgevingsplan::validation {

/// A word that makes a rule of a template: refers_to_existing<"RegelVoorIedereen", "LocatieRef">.
template <std::size_t size>
struct Word {
    // NOLINTNEXTLINE(google-explicit-constructor): written as a plain text in the table of rules
    constexpr Word(const char (&text)[size]) { std::copy_n(text, size, letters.begin()); }
    std::array<char, size> letters{};
    [[nodiscard]] constexpr std::string_view view() const { return {letters.data(), size - 1}; }
};

void check_refers_to_existing(const Delivery& delivery, const Report& report, std::string_view holder,
                              std::string_view reference);
void check_refers_once(const Delivery& delivery, const Report& report, std::string_view holder, std::string_view reference);
void check_is_referred_to(const Delivery& delivery, const Report& report, std::string_view object, std::string_view reference);
void check_refers_to_type(const Delivery& delivery, const Report& report, std::string_view holder, std::string_view reference,
                          std::string_view type);
void check_is_of_list(const Delivery& delivery, const Report& report, std::string_view object, std::string_view field,
                      std::string_view list);

/// What such an object refers to is in the delivery; told only where it can be nowhere else.
template <Word holder, Word reference>
void refers_to_existing(const Delivery& delivery, const Report& report) {
    check_refers_to_existing(delivery, report, holder.view(), reference.view());
}

/// Not twice to the same.
template <Word holder, Word reference>
void refers_once(const Delivery& delivery, const Report& report) {
    check_refers_once(delivery, report, holder.view(), reference.view());
}

/// Some rule refers to it in this way.
template <Word object, Word reference>
void is_referred_to(const Delivery& delivery, const Report& report) {
    check_is_referred_to(delivery, report, object.view(), reference.view());
}

/// The identification that is referred to is of that type.
template <Word holder, Word reference, Word type>
void refers_to_type(const Delivery& delivery, const Report& report) {
    check_refers_to_type(delivery, report, holder.view(), reference.view(), type.view());
}

/// The value is a URI of that list.
template <Word object, Word field, Word list>
void is_of_list(const Delivery& delivery, const Report& report) {
    check_is_of_list(delivery, report, object.view(), field.view(), list.view());
}

void related_activities_exist(const Delivery& delivery, const Report& report);
/// But of activities: what they refer to has rules of its own.
void other_references_exist(const Delivery& delivery, const Report& report);
void group_of_designation_fits_its_type(const Delivery& delivery, const Report& report);
void regeltekst_has_a_rule(const Delivery& delivery, const Report& report);
void location_is_used(const Delivery& delivery, const Report& report);
void ow_id_has_its_form(const Delivery& delivery, const Report& report);
void ow_id_fits_the_object(const Delivery& delivery, const Report& report);
void ow_id_is_unique(const Delivery& delivery, const Report& report);
void object_types_are_announced(const Delivery& delivery, const Report& report);
void final_object_has_no_procedure(const Delivery& delivery, const Report& report);
void draft_object_has_its_procedure(const Delivery& delivery, const Report& report);
void new_object_is_not_ended(const Delivery& delivery, const Report& report);
void status_is_ended_or_none(const Delivery& delivery, const Report& report);
void object_refers_to_no_ended_object(const Delivery& delivery, const Report& report);
void regelingsgebied_is_there(const Delivery& delivery, const Report& report);
void regelingsgebied_is_one(const Delivery& delivery, const Report& report);
void geometry_of_gebied_is_there(const Delivery& delivery, const Report& report);
void geometry_of_lijn_is_there(const Delivery& delivery, const Report& report);
void geometry_of_punt_is_there(const Delivery& delivery, const Report& report);
void geometry_has_a_location(const Delivery& delivery, const Report& report);
void geometry_has_one_location(const Delivery& delivery, const Report& report);
void only_types_of_an_omgevingsplan(const Delivery& delivery, const Report& report);

}  // namespace planlezer::omgevingsplan::validation
