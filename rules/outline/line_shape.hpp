// Whether words look like a heading, an unfinished sentence or a reference: judged by shape, not by meaning.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "schemas/model/document_text.hpp"

namespace planlezer {

/// The last sign of the words that is no quote or bracket; '\0' when there are none.
[[nodiscard]] char closing_sign(std::span<const FlowWord> words);
/// Ends like a clause that may be followed by a list item: ". ; : ," or "en", "of", "dan wel".
[[nodiscard]] bool clause_closed(std::span<const FlowWord> words);
/// Ends with a word that wants a number or noun behind it: "lid", "onder", "artikel", "van", "de".
[[nodiscard]] bool expects_more(std::span<const FlowWord> words);
[[nodiscard]] bool has_finite_verb(std::span<const FlowWord> words);
[[nodiscard]] bool starts_upper(std::span<const FlowWord> words);
[[nodiscard]] bool starts_lower(std::span<const FlowWord> words);
/// All letters are capitals, and there are at least four.
[[nodiscard]] bool all_capitals(std::span<const FlowWord> words);
[[nodiscard]] bool is_unit(std::string_view word);

/// Short, no sentence, nothing that wants more: "Bouwwerken, geen gebouwen zijnde".
[[nodiscard]] bool heading_shaped(std::span<const FlowWord> words);

}  // namespace planlezer
