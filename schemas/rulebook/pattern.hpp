// The small language in which the rule book writes phrases: words, choices, bounded gaps, slots.
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   mag            this word (any case, accents folded)
//   bouwhoogte*    a word that begins so; *hoogte one that ends so; *wijs* one that holds it
//   (a | b c)      one of these
//   [x]            x or nothing
//   ..6            at most six words in between, within the sentence, past no other norm or value
//   ..20*          the same, but other norms and values may stand in between
//   {waarde}       a slot: something that was recognised before (see rules/norms/tags.hpp for the names)
//   !(a | b)       what comes next is not one of these
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planlezer {

struct PatternElement {
    enum class Type { word, prefix, suffix, infix, slot, gap, wide_gap, choice, optional, not_next };
    Type type = Type::word;
    std::string text;  ///< folded word or slot name
    int words = 0;     ///< of a gap
    std::vector<std::vector<PatternElement>> branches;  ///< of a choice, optional or not_next
};

using Pattern = std::vector<PatternElement>;

/// Throws std::invalid_argument with a Dutch sentence on a pattern that cannot be read.
[[nodiscard]] Pattern parse_pattern(std::string_view text);

/// Lower case, accents removed ("Vóór" -> "voor"), typographic quotes made plain; other bytes kept.
[[nodiscard]] std::string fold(std::string_view utf8);

}  // namespace planlezer
