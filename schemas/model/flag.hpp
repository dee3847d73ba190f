// What a person must look at, and why: a closed table of codes with a Dutch sentence each.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/model/provenance.hpp"

namespace planlezer {

enum class Severity { info, doubtful, ambiguous };

enum class FlagCode {
    value_missing,
    map_reference_unresolved,
    conflicting_values,
    ocr_digit_weak,
    ocr_readings_differ,
    value_implausible,
    goot_above_bouw,
    unit_missing,
    unit_odd,
    relative_to_nap,
    subject_unknown,
    numbering_gap,
    number_repaired,
    table_head_unclear,
    formula,
    existing_situation,
    not_yet_determined,
    phrase_weak,
    role_uncertain,
    narrative_text,
    struck_text,
    draft_document,
    superseded,
    duplicate_file,
    text_layer_rejected,
    low_resolution,
    text_cut_off,
    file_repaired,
    language_not_dutch,
    nothing_found,
    page_failed,
    document_unreadable,
    map_not_placed,
    map_residual_high,
    map_sign_unknown,
    map_sign_nowhere,
    map_area_unclear,
    map_value_unreadable,
    map_value_unused,
    map_sources_disagree,
};

/// One row of the table: what users see of a code.
struct FlagRow {
    FlagCode code;
    std::string_view name;      ///< as in the output: "OCR_DIGIT_WEAK"
    Severity severity;
    std::string_view sentence;  ///< Dutch, one sentence; "{}" stands for the detail of the case, at most once
    std::string_view advice;    ///< Dutch: what the planner can do
};

/// All rows, in the order of the enumeration.
[[nodiscard]] std::span<const FlagRow> flag_table();
[[nodiscard]] const FlagRow& flag_row(FlagCode code);
[[nodiscard]] std::optional<FlagCode> flag_from_name(std::string_view name);
[[nodiscard]] std::string_view severity_text(Severity severity);

struct Flag {
    FlagCode code = FlagCode::value_missing;
    std::string detail;               ///< fills "{}" in the sentence
    std::vector<std::size_t> norms;   ///< indices into PlanResult::norms
    std::optional<Provenance> provenance;

    /// The Dutch sentence with its detail.
    [[nodiscard]] std::string message() const;
    friend bool operator==(const Flag&, const Flag&) = default;
};

}  // namespace planlezer
