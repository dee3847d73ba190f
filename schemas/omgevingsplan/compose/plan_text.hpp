// The binding text of a plan as a chapter of the omgevingsplan: hoofdstuk, afdeling, paragraaf, artikel, lid, lists, tables.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/model/plan_result.hpp"
#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

/// A part that holds words itself, an artikel or lid with an Inhoud: what a rule and a norm hang on.
struct Leaf {
    std::string bestemming;  ///< empty outside one
    std::string_view thema;  ///< of the value list; empty where none fits
};

struct PlanText {
    std::vector<Part> parts;                     ///< one hoofdstuk; none when the plan has no binding text. Without identifiers
    std::vector<Leaf> leaves;                    ///< in reading order
    std::map<std::string, std::size_t> leaf_of;  ///< id of an Article -> index into leaves
    std::vector<Remark> remarks;                 ///< what of the text was not taken over
};

/// Hoofdstukken become afdelingen, artikelen paragrafen, leden artikelen and what they hold leden: the numbers stay, behind
/// that of the chapter ("4.2" in chapter 22a is "22a.4.2"). Toelichting, contents and bijlagen stay out.
[[nodiscard]] PlanText plan_text(const PlanResult& plan, const std::string& chapter);

/// Every part with blocks of its own, in reading order: as many as there are leaves.
void for_each_leaf(std::vector<Part>& parts, const std::function<void(Part&)>& visit);

/// One paragraph of plain words.
[[nodiscard]] Block paragraph(std::string text);

}  // namespace planlezer::omgevingsplan
