// The norms of one or more plans as omgevingsnormen: one a name, its values apart by place.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schemas/geometry/polygons.hpp"
#include "schemas/model/plan_result.hpp"
#include "schemas/omgevingsplan/compose/value_lists.hpp"
#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

/// A norm that goes into a package.
struct PlacedNorm {
    const PlanResult* plan = nullptr;
    std::size_t index = 0;        ///< into its norms
    MultiPolygon area;            ///< of the norm, or of the whole plan when it has none; empty when nothing is known
    Bounds box;                   ///< of the area; set by grouped()
    bool whole_plan = false;      ///< the area is that of the plan for want of better
    std::string value;            ///< decimal text, or words for a qualitative value; empty when it stands in the text
    std::size_t leaf = nothing;      ///< of the text, where there is one

    [[nodiscard]] const NormStatement& norm() const { return plan->norms[index]; }
};

struct NormGroup {
    std::string name;
    NormTerms terms;
    ValueKind kind = ValueKind::quantitative;
    std::vector<PlacedNorm> members;  ///< in the order of plans and norms
};

[[nodiscard]] bool from_map(const NormStatement& norm);

/// The condition, unless it only says where the map has the value: its area says that already.
[[nodiscard]] std::string condition_beside_place(const NormStatement& norm);

/// Without those that speak of the subject itself: such an exception was read as the sentence that holds the norm.
[[nodiscard]] std::vector<std::string> exceptions_beside_subject(const NormStatement& norm);

/// No place is known, but the bestemming whose article says it is: words must tell it.
[[nodiscard]] bool only_bestemming_known(const PlacedNorm& placed);

/// "maximum bouwhoogte hoofdgebouwen (voor zover ...; tenzij ...)": kind, subject, condition, exceptions.
[[nodiscard]] std::string norm_name(const NormStatement& norm);

/// The same, with the bestemming where nothing else in this form tells it.
[[nodiscard]] std::string placed_name(const PlacedNorm& placed, Form form);

/// How a value is written: in the text of the plan, or apart by place.
[[nodiscard]] ValueKind value_kind(const NormStatement& norm, Form form, bool has_place);

/// Groups by name, terms and kind of value. Within a group no two different values hold in one place (TPOD2101): where they
/// would, the group is divided by article (in the form of norms by bestemming and plan), and by turns where that does not tell them apart. Names are unique.
[[nodiscard]] std::vector<NormGroup> grouped(std::vector<PlacedNorm> norms, Form form);

/// Wider than what rounding leaves at a shared edge: metres.
inline constexpr double edge_tolerance = 0.005;
/// Whether the areas of the two share more than an edge.
[[nodiscard]] bool overlap(const PlacedNorm& a, const PlacedNorm& b);

}  // namespace planlezer::omgevingsplan
