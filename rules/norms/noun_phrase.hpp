// Noun phrases of a clause: where a name begins and ends, and what around it is no part of the name.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "rules/norms/tags.hpp"

namespace planlezer {

/// A range of tokens of a clause, half open.
struct Phrase {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
};

/// The noun phrase that begins at a token, up to a verb, limit, value, place or the end of the sentence;
/// articles in front are left out. Empty when nothing nominal stands there.
[[nodiscard]] Phrase noun_phrase(const Clause& clause, std::size_t token);

/// A phrase that names a building, a work or a piece of land of the book: no remainder of a verb, a place or a
/// label, and nothing that points back ("de volgende bouwwerken").
[[nodiscard]] bool is_sound(const Clause& clause, Phrase phrase);

/// Holds a word of the book's things.
[[nodiscard]] bool names_subject(const Clause& clause, Phrase phrase);

/// "zijgevel van de woning", "afmeting van een paardenbak": without the part or size before "van".
[[nodiscard]] Phrase whole_of_part(const Clause& clause, Phrase phrase);

/// Without words that only say in what way or to what end: "met vergunning gebouwde bijgebouwen".
[[nodiscard]] Phrase bare_name(const Clause& clause, Phrase phrase);

/// Inside a tag with one of these names.
[[nodiscard]] bool is_tagged(const Clause& clause, std::size_t token, std::initializer_list<std::string_view> names);

/// A noun phrase cannot go on at this token.
[[nodiscard]] bool stops(const Clause& clause, std::size_t token);

/// A place, condition or exception begins at this token.
[[nodiscard]] bool is_place_start(const Clause& clause, std::size_t token);

/// Parts of a building whose size speaks for the building: "de zijgevel van de woning" is about the woning.
[[nodiscard]] bool is_part(std::string_view word);

/// Words that point back instead of naming something.
[[nodiscard]] bool is_pronoun(std::string_view word);

}  // namespace planlezer
