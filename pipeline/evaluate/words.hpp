// How alike two pieces of Dutch plan text are, by their words without endings.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planlezer::evaluate {

/// Sorted, each once.
using WordSet = std::vector<std::string>;

/// Lower case, without diacritics, plural and inflection endings, articles and prepositions.
[[nodiscard]] WordSet content_words(std::string_view text);

/// Harmonic mean of the shares in common; 1 when both are empty, 0 when one is.
[[nodiscard]] double overlap(const WordSet& a, const WordSet& b);

/// Share of the smaller set that is also in the other; 0 when one is empty.
[[nodiscard]] double containment(const WordSet& a, const WordSet& b);

/// Whether two quotes are of the same place: nearly all words of the first are in the second (reading errors allowed for),
/// or the second is a piece of the first. Rules repeat each other's words, so half of them in common says nothing.
[[nodiscard]] bool same_place(const WordSet& gold, const WordSet& emitted);

/// The nouns a subject is about: "aangebouwde bijbehorende bouwwerken en garages bij woningen" gives those for
/// bouwwerken and garages; "geen gebouwen zijnde" adds none.
[[nodiscard]] WordSet head_nouns(std::string_view subject);

/// Overlap of at least one half and a head noun in common.
[[nodiscard]] bool same_subject(std::string_view a, std::string_view b);

}  // namespace planlezer::evaluate
