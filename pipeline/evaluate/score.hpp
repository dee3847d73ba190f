// The figures of an evaluation: found, accepted, right, wrong without a flag; over all and by group.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "pipeline/evaluate/match.hpp"
#include "pipeline/evaluate/results.hpp"
#include "pipeline/evaluate/wilson.hpp"

namespace planlezer::evaluate {

struct Figures {
    Rate recall;     ///< gold norms found, whatever the status
    Rate coverage;   ///< gold norms found and accepted
    Rate coverage_visible;  ///< the same of gold whose subject is in the excerpt: of the rest nobody can know it, and review is right
    Rate precision;  ///< accepted norms that match a gold norm of the same role
    Rate unflagged;  ///< accepted norms that do not: the worst there is
    Rate subject;    ///< found ones whose subject is right; gold that does not show its subject not counted
    Rate accepted_subject;  ///< the same of those found and accepted: nobody will look at a wrong one
    Rate role;       ///< found ones whose role is right
    Rate unit;       ///< found ones whose unit is right
};

/// The ways in which figures are split. `heights` holds those of heights under "" and again by variant.
enum class Split { whole, heights, kind, role, style, source, variant };
inline constexpr int split_count = 7;
[[nodiscard]] std::string_view split_title(Split split);

/// Gold norms whose value is not in the words: found means a norm of that kind and source.
struct Elsewhere {
    Rate map;
    Rate existing;
    Rate formula;
    Rate without_value;  ///< the text gives none and points nowhere
};

struct Score {
    std::array<std::map<std::string, Figures>, split_count> rules;  ///< by split, then key; toelichting texts left out
    Rate role;                    ///< found ones whose role is right, gold of every role
    Elsewhere elsewhere;
    Figures toelichting;          ///< explanatory texts, which restate norms and set none
    int toelichting_rules = 0;    ///< accepted norms with role rule in them: must be 0
    Rate decoys;                  ///< accepted rule norms read out of a span that only looks like one, of all such spans
    Rate found_or_flagged;        ///< gold norms of every role and source that were found, or whose place a flag points at
    Rate expected_flags;          ///< flags that the gold says must be raised, for a norm or for the plan
    std::map<std::string, Rate> reviews;  ///< norms of role rule in review by flag: how many would have been right
    int answered_other = 0;       ///< accepted norms that answer a gold norm of kind "other": neither needed nor wrong
    int files = 0;
    std::vector<std::string> absent;  ///< gold file and variant without a result

    [[nodiscard]] const std::map<std::string, Figures>& by(Split split) const { return rules[static_cast<std::size_t>(split)]; }
    /// All rule texts together.
    [[nodiscard]] const Figures& all() const { return by(Split::whole).at(""); }
};

/// The style of gold that is no rule text.
inline constexpr std::string_view toelichting_style = "toelichting";

/// `matches` are those of `trials`, in their order.
[[nodiscard]] Score score(const std::vector<Trial>& trials, const std::vector<Matches>& matches);

/// Found, or out of its words a norm for review was read, or a flag above info points at its words; where the gold tells the
/// page also a flag on that page which says that something there was not read.
[[nodiscard]] bool found_or_flagged(const Trial& trial, const Matches& matches, std::size_t gold);

/// A flag of the choice is carried by the emitted norm, or points at it.
[[nodiscard]] bool carries(const Trial& trial, std::size_t norm, const FlagChoice& choice);
/// A flag of the choice is raised anywhere in the plan.
[[nodiscard]] bool raised(const Trial& trial, const FlagChoice& choice);

/// Accepted, and neither a gold norm of its role nor a number without a kind.
[[nodiscard]] bool accepted_wrongly(const Trial& trial, const Matches& matches, std::size_t norm);
/// The same of role rule: what an evaluation calls an unflagged error.
[[nodiscard]] bool unflagged_error(const Trial& trial, const Matches& matches, std::size_t norm);

}  // namespace planlezer::evaluate
