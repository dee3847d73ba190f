// A norm of a plan: what may be built how high, large, near ..., and where that is written.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/model/flag.hpp"
#include "schemas/model/geometry.hpp"
#include "schemas/model/provenance.hpp"
#include "schemas/model/quantity.hpp"

namespace planlezer {

enum class Comparator { at_most, at_least, exactly };
enum class ValueSource { text, table, map, imro, existing, formula };
enum class NormRole { rule, deviation, change_power, further_requirement, transition, definition };
enum class LocationKind { plangebied, bestemmingsvlak, bouwvlak, aanduiding, maatvoeringsvlak, unknown };
enum class NormStatus { accepted, review };

[[nodiscard]] std::string_view comparator_text(Comparator comparator);
[[nodiscard]] std::string_view value_source_text(ValueSource source);
[[nodiscard]] std::string_view norm_role_text(NormRole role);
[[nodiscard]] std::string_view location_kind_text(LocationKind kind);
[[nodiscard]] std::string_view norm_status_text(NormStatus status);

/// Fields as in the published JSON; see schemas/plan-result.schema.json.
struct NormStatement {
    std::string kind;                  ///< SVBP2012 term without unit: "maximum bouwhoogte"
    Comparator comparator = Comparator::at_most;
    std::optional<Decimal> value;      ///< empty when the text gives none (map, existing, formula)
    Unit unit = Unit::none;
    ValueSource value_source = ValueSource::text;
    std::string formula;               ///< in the text's words; only for ValueSource::formula
    NormRole role = NormRole::rule;
    std::string bestemming;            ///< empty: none
    std::string subject;               ///< empty: none
    std::vector<std::string> aanduiding;
    std::string condition;             ///< empty: none
    std::vector<std::string> exceptions;
    std::string article;               ///< "4.2.2 onder b"
    std::string article_id;            ///< of the entry of the outline it stands in; empty outside one
    LocationKind location = LocationKind::unknown;
    MultiPolygon area;                 ///< metres RD (EPSG:28992), clean; empty when no map gives it
    double confidence = 0;             ///< 0-1, calibrated
    NormStatus status = NormStatus::review;
    std::vector<FlagCode> flags;       ///< sorted, each once
    Provenance provenance;
    std::vector<std::string> inherited;  ///< what came from where: "subject: '...' uit 4.2.2"; for `explain`
};

}  // namespace planlezer
