#include <array>

#include "schemas/omgevingsplan/validate/rule.hpp"
#include "schemas/omgevingsplan/validate/rules/besluit_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/consolidation_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/delivery_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/gio_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/identifier_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/style_rules.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;

constexpr auto rules = std::to_array<Rule>({
    // The delivery as a whole.
    {"LVBB1002", error, opdracht_is_there},
    {"LVBB1003", error, manifest_is_there},
    {"LVBB1004", error, file_names_are_plain},
    {"LVBB1009", error, manifest_names_what_is_there},
    {"LVBB1010", error, all_files_are_in_manifest},
    {"LVBB1016", error, manifest_ow_names_what_is_there},
    {"LVBB1016", error, ow_files_are_in_manifest_ow},
    {"LVBB1018", error, content_type_of_picture_is_true},
    {"LVBB1019", error, content_type_is_allowed},
    {"LVBB1020", error, content_type_is_given},
    {"LVBB1021", error, content_type_of_file_is_true},
    {"LVBB1025", error, manifest_ow_has_no_geometry_type},
    {"LVBB1026", error, manifest_ow_has_no_gml},
    {"LVBB1027", error, manifest_ow_is_there},
    {"LVBB1041", error, files_fit_in_size},
    {"LVBB1501", error, publication_date_is_a_date},
    {"LVBB1506", error, publication_is_there},
    {"LVBB1519", error, publication_date_is_a_working_day},
    {"LVBB1575", error, manifest_names_a_file_once},
    {"LVBB1580", error, in_force_within_ninety_days},
    {"BHKV9998", error, id_of_delivery_is_known},
    {"TPOD2140", error, manifest_ow_names_the_regeling},
    {"TPOD2150", error, manifest_ow_names_doel_or_expression},
    {"TPOD2210", error, manifest_ow_pairs_doel_and_regeling},

    // The form of identifications.
    {"STOP1000", error, id_has_no_point},
    {"STOP1001", error, expression_is_of_its_work},
    {"STOP1002", error, akn_names_a_country},
    {"STOP1003", error, join_starts_with_id},
    {"STOP1004", error, join_names_a_collection},
    {"STOP1006", error, id_names_a_year},
    {"STOP1007", error, join_version_names_a_year},
    {"STOP1008", error, join_version_is_not_before_work},
    {"STOP1009", error, expression_names_a_language},
    {"STOP1010", error, id_names_its_owner},
    {"STOP1014", error, id_starts_as_akn_or_join},
    {"STOP1038", error, doel_has_its_form},
    {"LVBB2019", error, expression_has_seven_parts},
    {"LVBB2020", error, last_part_is_plain},
    {"LVBB2021", error, last_part_is_short},

    // The besluit and its regelingen.
    {"BHKV1005", error, besluit_is_a_besluit},
    {"LVBB4002", error, wijzigartikel_and_bijlage_match},
    {"LVBB4015", error, was_can_exist},
    {"LVBB4032", error, wordt_is_intended},
    {"LVBB4033", error, wordt_has_its_version},
    {"LVBB4040", error, new_regeling_has_metadata},
    {"LVBB4044", error, regeling_has_its_kind_of_work},
    {"LVBB5005", error, mutation_has_wordt},
    {"LVBB5006", error, mutation_has_was},
    {"LVBB5030", error, context_is_not_removed},
    {"STOP0024", error, component_has_a_name},
    {"STOP0025", error, new_regeling_has_wordt},
    {"STOP0026", error, component_names_are_unique},
    {"STOP0066", error, was_and_wordt_are_one_work},
    {"STOP0074", error, wordt_is_unique},
    {"STOP0077", error, replaced_is_named},
    {"STOP0086", error, replacement_is_marked},
    {"STOP1012", error, regeling_is_an_act},
    {"STOP1013", error, besluit_is_a_bill},
    {"STOP1016", error, version_number_is_plain},
    {"STOP1018", error, informatieobject_refs_are_unique},
    {"STOP1019", error, rechtsgebieden_are_unique},
    {"STOP1031", error, onderwerpen_are_unique},
    {"STOP1034", error, bestuursorgaan_is_named},
    {"STOP1200", error, schema_versions_fit},
    {"TPOD2451", error, omgevingsplan_is_of_a_gemeente},
    {"TPOD2452", error, omgevingsplan_is_compact},
    {"TPOD2453", error, besluit_is_compact},

    // The procedure, and when what comes in force.
    {"BHKV1004", error, draft_has_no_time_stamps},
    {"BHKV1046", error, publication_is_no_step},
    {"BHKV1047", error, final_steps_are_allowed},
    {"BHKV1048", error, final_besluit_is_signed},
    {"BHKV1049", error, draft_steps_are_allowed},
    {"STOP1302", error, steps_are_taken_once},
    {"STOP1303", error, steps_are_in_order},
    {"BHKV1009", error, regeling_has_its_place},
    {"BHKV1010", error, time_stamp_has_its_place},
    {"BHKV1033", error, named_objects_are_intended},
    {"BHKV1036", error, intended_object_is_its_reference},
    {"LVBB3518", error, object_comes_in_force},
    {"LVBB3519", error, regeling_comes_in_force},
    {"LVBB4802", error, instrument_has_one_version},
    {"LVBB4803", error, besluit_has_one_doel},
    {"STOP1026", error, intended_regeling_is_an_act},
    {"STOP1027", error, intended_object_is_regdata},
    {"STOP1029", error, doel_has_one_date},

    // Informatieobjecten.
    {"BHKV1014", error, object_has_one_file},
    {"BHKV1015", error, birth_regeling_is_named},
    {"BHKV1016", error, object_has_its_kind_of_work},
    {"BHKV1017", error, official_title_is_the_work},
    {"BHKV1018", error, collection_fits_instruction},
    {"BHKV1030", error, groups_are_drawn},
    {"BHKV1031", error, qualitative_values_are_drawn},
    {"BHKV1032", error, quantitative_values_are_drawn},
    {"LVBB3008", error, hash_is_right},
    {"LVBB3151", error, consolidated_object_is_referred_in_text},
    {"LVBB3504", error, referred_objects_are_delivered},
    {"LVBB3506", error, file_of_object_is_there},
    {"LVBB3507", error, file_of_object_has_a_fit_type},
    {"LVBB3509", error, delivered_objects_are_referred},
    {"LVBB3510", error, birth_regeling_is_in_besluit},
    {"LVBB3511", error, work_is_that_of_gml},
    {"LVBB3512", error, expression_is_that_of_gml},
    {"LVBB3900", error, objects_are_unique},
    {"TPOD2600", error, borging_names_an_object},

    // How a GIO is drawn.
    {"STOP3100", warning, style_has_no_name},
    {"STOP3101", warning, style_has_no_description},
    {"STOP3102", error, style_is_of_locations},
    {"STOP3103", error, style_says_what_it_draws},
    {"STOP3114", error, filter_needs_a_property},
    {"STOP3115", error, filter_is_on_that_property},
    {"STOP3118", error, comparison_needs_numbers},
    {"STOP3120", error, range_has_both_ends},
    {"STOP3126", error, legend_has_text},
    {"STOP3139", error, stroke_parameter_is_known},
    {"STOP3140", error, stroke_is_a_colour},
    {"STOP3141", error, stroke_width_is_a_number},
    {"STOP3142", error, stroke_dashes_are_numbers},
    {"STOP3143", error, stroke_cap_is_butt},
    {"STOP3144", error, stroke_opacity_is_a_part},
    {"STOP3145", error, stroke_join_is_round},
    {"STOP3146", error, fill_parameter_is_known},
    {"STOP3147", error, fill_is_a_colour},
    {"STOP3148", error, fill_opacity_is_a_part},
    {"STOP3175", error, style_is_of_a_gio},
});

}  // namespace

std::span<const Rule> all_rules() { return rules; }

}  // namespace planlezer::omgevingsplan::validation
