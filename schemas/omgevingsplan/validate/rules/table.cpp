#include <array>

#include "schemas/omgevingsplan/validate/rule.hpp"
#include "schemas/omgevingsplan/validate/rules/besluit_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/consolidation_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/delivery_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/geometry_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/gio_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/gio_value_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/identifier_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/ow_norm_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/ow_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/pons_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/style_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/table_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/text_id_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/text_rules.hpp"

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

    // The text: paragraphs, lists, structure.
    {"STOP0001", error, unmarked_list_has_no_numbers},
    {"STOP0002", error, marked_list_has_numbers},
    {"STOP0005", error, paragraph_has_content},
    {"STOP0006", error, heading_has_content},
    {"STOP0007", error, note_reference_is_in_a_table},
    {"STOP0008", error, note_reference_has_its_note},
    {"STOP0009", warning, list_holds_no_table},
    {"STOP0016", error, compact_regeling_has_no_wijzigartikel},
    {"STOP0017", error, marks_of_change_are_in_a_mutation},
    {"STOP0018", error, changes_of_structure_are_in_a_mutation},
    {"STOP0055", error, reserved_stands_alone},
    {"STOP0058", error, structure_has_more_than_a_heading},
    {"STOP0060", error, divisietekst_has_more_than_a_heading},
    {"STOP0062", error, what_lapsed_has_lapsed_wholly},
    {"STOP0067", error, notes_are_unique},
    {"STOP0070", error, artikel_has_one_kind_of_content},

    // The text: tables.
    {"STOP0029", warning, table_has_two_columns},
    {"STOP0032", error, span_goes_forward},
    {"STOP0033", error, span_starts_in_its_column},
    {"STOP0036", error, cell_names_a_column},
    {"STOP0037", error, columns_are_as_many_as_said},
    {"STOP0038", error, cells_fill_the_table},

    // The text: references.
    {"LVBB3517", error, object_reference_has_no_blanks},
    {"STOP0010", error, internal_reference_exists},
    {"STOP0011", error, internal_object_reference_exists},
    {"STOP0012", error, object_reference_says_its_target},
    {"STOP0050", error, external_reference_has_its_form},
    {"STOP0053", error, scope_is_that_of_the_target},

    // The text: eId and wId.
    {"STOP0013", error, e_id_ends_without_point},
    {"STOP0014", error, w_id_ends_without_point},
    {"STOP0020", error, e_id_is_unique_in_besluit},
    {"STOP0021", error, w_id_is_unique_in_besluit},
    {"STOP0022", error, e_id_follows_the_text},
    {"STOP0023", error, w_id_follows_the_text},
    {"STOP0027", error, e_id_is_unique_in_component},
    {"STOP0028", error, w_id_is_unique_in_component},
    {"STOP0043", error, parts_of_e_id_end_without_point},
    {"STOP0044", error, parts_of_w_id_end_without_point},

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

    // The gml of a GIO: groups and values.
    {"STOP3000", error, group_is_given_to_all},
    {"STOP3001", error, group_is_listed},
    {"STOP3003", error, group_ids_are_unique},
    {"STOP3004", error, group_labels_are_unique},
    {"STOP3005", error, group_is_used},
    {"STOP3006", error, quantitative_value_is_given_to_all},
    {"STOP3007", error, qualitative_value_is_given_to_all},
    {"STOP3008", error, location_has_one_kind_of_value},
    {"STOP3009", error, quantitative_gio_has_a_unit},
    {"STOP3010", error, qualitative_value_is_not_empty},
    {"STOP3011", error, gio_with_values_has_a_norm},
    {"STOP3012", error, location_has_group_or_value},
    {"STOP3013", error, geometry_ids_are_unique},
    {"STOP3015", error, qualitative_gio_has_no_unit},
    {"STOP3016", error, gio_without_values_has_no_norm},
    {"STOP3090", error, gml_has_no_other_fields},

    // The gml of a GIO: geometry.
    {"GEO", warning, coordinates_have_three_decimals},
    {"GEOMETRY.03.1", error, location_has_a_geometry},
    {"GEOMETRY.03.2", error, geometry_is_sound},
    {"STOP3018", error, one_id_is_one_geometry},
    {"STOP3020", error, geometry_names_its_system},
    {"STOP3021", error, gio_has_one_system},
    {"TPOD1960", error, lijn_is_a_line},
    {"TPOD1970", error, punt_is_a_point},
    {"TPOD1980", error, gebied_is_an_area},
    {"TPOD2101", error, norm_has_one_value_at_a_point},
    {"TPOD2102", error, locations_of_a_value_do_not_overlap},
    {"TPOD2700", error, geometry_is_in_the_netherlands},

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

    // OW objects: what they are.
    {"OZON0013", error, object_types_are_announced},
    {"OZON0103", error, regelingsgebied_is_there},
    {"OZON0122", error, status_is_ended_or_none},
    {"OZON0126", error, final_object_has_no_procedure},
    {"OZON0127", error, draft_object_has_its_procedure},
    {"OZON0310", error, ow_id_is_unique},
    {"TPOD0104", error, new_object_is_not_ended},
    {"TPOD1890", error, ow_id_fits_the_object},
    {"TPOD1892", error, ow_id_has_its_form},
    {"TPOD2180", error, regelingsgebied_is_one},
    {"TPOD2487", error, only_types_of_an_omgevingsplan},

    // OW objects: what they refer to is there.
    {"OZON0033", error, refers_to_existing<"RegelVoorIedereen", "RegeltekstRef">},
    {"OZON0035", error, refers_to_existing<"Instructieregel", "RegeltekstRef">},
    {"OZON0037", error, refers_to_existing<"Omgevingswaarderegel", "RegeltekstRef">},
    {"OZON0038", error, refers_to_existing<"RegelVoorIedereen", "ActiviteitRef">},
    {"OZON0040", error, refers_to_existing<"RegelVoorIedereen", "GebiedsaanwijzingRef">},
    {"OZON0041", error, refers_to_existing<"Instructieregel", "GebiedsaanwijzingRef">},
    {"OZON0042", error, refers_to_existing<"RegelVoorIedereen", "OmgevingsnormRef">},
    {"OZON0043", error, refers_to_existing<"Instructieregel", "OmgevingsnormRef">},
    {"OZON0044", error, refers_to_existing<"Omgevingswaarderegel", "OmgevingswaardeRef">},
    {"OZON0045", error, refers_to_existing<"RegelVoorIedereen", "LocatieRef">},
    {"OZON0046", error, refers_to_existing<"Instructieregel", "LocatieRef">},
    {"OZON0047", error, refers_to_existing<"Omgevingswaarderegel", "LocatieRef">},
    {"OZON0053", error, refers_to_existing<"Gebiedengroep", "GebiedRef">},
    {"OZON0059", error, refers_to_existing<"Lijnengroep", "LijnRef">},
    {"OZON0065", error, refers_to_existing<"Puntengroep", "PuntRef">},
    {"OZON0066", error, geometry_of_gebied_is_there},
    {"OZON0067", error, geometry_of_lijn_is_there},
    {"OZON0068", error, geometry_of_punt_is_there},
    {"OZON0084", error, related_activities_exist},
    {"OZON0088", error, refers_to_existing<"RegelVoorIedereen", "KaartRef">},
    {"OZON0096", error, refers_to_existing<"Gebiedsaanwijzing", "LocatieRef">},
    {"OZON0101", error, refers_to_existing<"Normwaarde", "LocatieRef">},
    {"OZON0109", error, other_references_exist},
    {"OZON0121", error, refers_to_existing<"ActiviteitLocatieaanduiding", "LocatieRef">},
    {"OZON0124", error, refers_to_existing<"Regelingsgebied", "LocatieRef">},
    {"OZON0217", error, refers_to_existing<"Pons", "LocatieRef">},
    {"OZON0222", error, refers_to_type<"RegelVoorIedereen", "OmgevingsnormRef", "omgevingsnorm">},
    {"OZON0223", error, refers_to_type<"Omgevingswaarderegel", "OmgevingswaardeRef", "omgevingswaarde">},
    {"OZON0224", error, refers_to_type<"Instructieregel", "OmgevingsnormRef", "omgevingsnorm">},
    {"OZON0225", error,
     refers_to_type<"Gebiedsaanwijzing", "LocatieRef", "gebied gebiedengroep lijn lijnengroep punt puntengroep ambtsgebied">},
    {"TPOD1901", error, object_refers_to_no_ended_object},

    // OW objects: no orphans.
    {"OZON0017", error, is_referred_to<"Activiteit", "ActiviteitRef">},
    {"OZON0022", error, is_referred_to<"Gebiedsaanwijzing", "GebiedsaanwijzingRef">},
    {"OZON0026", error, is_referred_to<"Omgevingsnorm", "OmgevingsnormRef">},
    {"OZON0027", error, is_referred_to<"Kaart", "KaartRef">},
    {"OZON0030", error, is_referred_to<"Omgevingswaarde", "OmgevingswaardeRef">},
    {"OZON0102", error, regeltekst_has_a_rule},
    {"TPOD1900", error, location_is_used},
    {"TPOD2230", error, geometry_has_a_location},

    // OW objects: each thing once.
    {"OZON0320", error, refers_once<"RegelVoorIedereen", "LocatieRef">},
    {"OZON0321", error, refers_once<"Omgevingswaarderegel", "LocatieRef">},
    {"OZON0322", error, refers_once<"Instructieregel", "LocatieRef">},
    {"OZON0324", error, refers_once<"RegelVoorIedereen", "OmgevingsnormRef">},
    {"OZON0326", error, refers_once<"RegelVoorIedereen", "GebiedsaanwijzingRef">},
    {"OZON0329", error, refers_once<"Instructieregel", "OmgevingsnormRef">},
    {"OZON0331", error, refers_once<"Gebiedsaanwijzing", "LocatieRef">},
    {"OZON0343", error, refers_once<"RegelVoorIedereen", "KaartRef">},
    {"OZON0369", error, refers_once<"ActiviteitLocatieaanduiding", "LocatieRef">},
    {"OZON0370", error, geometry_has_one_location},
    {"OZON0372", error, refers_once<"Gebiedengroep", "GebiedRef">},
    {"OZON0373", error, refers_once<"Lijnengroep", "LijnRef">},
    {"OZON0374", error, refers_once<"Puntengroep", "PuntRef">},
    {"OZON0385", error, refers_once<"Normwaarde", "LocatieRef">},

    // OW objects: values of lists.
    {"OZON0073", error, is_of_list<"Activiteit", "groep", "activiteit">},
    {"OZON0074", error, is_of_list<"Omgevingsnorm", "groep", "omgevingsnorm">},
    {"OZON0075", error, is_of_list<"Omgevingswaarde", "groep", "omgevingswaarde">},
    {"OZON0076", error, is_of_list<"Gebiedsaanwijzing", "type", "typegebiedsaanwijzing">},
    {"OZON0077", error, is_of_list<"RegelVoorIedereen", "idealisatie", "idealisatie">},
    {"OZON0080", error, group_of_designation_fits_its_type},
    {"OZON0113", error, is_of_list<"Omgevingsnorm", "type", "typenorm">},
    {"OZON0114", error, is_of_list<"Omgevingswaarde", "type", "typenorm">},
    {"OZON0115", error, is_of_list<"Omgevingsnorm", "eenheid", "eenheid">},
    {"OZON0116", error, is_of_list<"Omgevingswaarde", "eenheid", "eenheid">},
    {"OZON0119", error, is_of_list<"RegelVoorIedereen", "thema", "thema">},

    // OW objects: norms, and the text they hang on.
    {"OW-GIO", error, gio_tells_the_same_value},
    {"OW-GIO", error, value_of_gio_is_a_norm},
    {"TPOD1110", error, regeltekst_is_in_the_body},
    {"TPOD1650", error, normwaarde_has_one_value},
    {"TPOD1850", error, rules_on_a_text_are_of_one_type},
    {"TPOD2000", error, regeltekst_is_an_artikel_or_lid},
    {"TPOD2027", error, rules_on_a_text_are_idealised_alike},
    {"TPOD2050", error, regeltekst_has_content},
    {"TPOD2050", error, text_has_one_regeltekst},
    {"TPOD2060", error, regeltekst_is_on_the_leden},
    {"TPOD2090", error, norm_has_one_kind_of_value},
    {"TPOD2100", error, unit_goes_with_numbers},

    // OW objects: activities.
    {"OZON0083", error, activity_is_not_above_itself},
    {"TPOD1951", error, activities_have_one_top},
    {"TPOD1952", error, activity_is_below_one_of_the_regeling},
    {"TPOD1953", error, top_activity_is_below_that_of_the_state},

    // The Pons.
    {"OZON0104", error, pons_is_one},
    {"OZON1037", error, pons_is_in_no_temporary_part},
    {"PONS", error, pons_has_one_location},
    {"PONS", error, place_of_pons_has_no_rule},
    {"PONS", error, object_of_pons_has_no_norm},
    {"PONS", error, object_of_pons_is_named_in_besluit},
});

}  // namespace

std::span<const Rule> all_rules() { return rules; }

}  // namespace planlezer::omgevingsplan::validation
