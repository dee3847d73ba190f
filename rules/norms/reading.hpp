// How the values of a clause are read: which norm, which limit, by which sentence of the rule book.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/norms/tags.hpp"

namespace planlezer {

/// One norm with one value, as the sentence says it; what surrounds it (subject, conditions) comes later.
struct Reading {
    const NormRule* norm = nullptr;
    const Sentence* sentence = nullptr;
    const NormRule* sentence_owner = nullptr;  ///< the norm whose file holds the sentence; null for zinnen/
    Comparator comparator = Comparator::at_most;
    MeasurePart part;                          ///< of a value without a number: tokens of the reference
    ValueSource source = ValueSource::text;
    std::size_t norm_begin = 0;                ///< tokens of the norm noun; equal to the value's when there is none
    std::size_t norm_end = 0;
    std::size_t begin = 0;                     ///< tokens of the whole match
    std::size_t end = 0;
    std::size_t value_begin = 0;
    std::size_t value_end = 0;
    std::size_t gap = 0;
    std::size_t of = 1;                        ///< values shared out over this many norms or subjects
    std::size_t place = 0;                     ///< which of them
    bool bare = false;                         ///< no limit word
    bool uneven = false;                       ///< numbers of norms and values do not fit each other
    bool undetermined = false;
    bool blank = false;
    bool loose_range = false;                  ///< "3 tot 6 m" without a limit word: may tell what there is
    bool odd_unit = false;                     ///< the unit does not go with the norm
    [[nodiscard]] double strength() const;     ///< the sentence's confidence less what its gaps cost
};

/// All readings of the values among the clause's own words, in reading order.
[[nodiscard]] std::vector<Reading> read_values(const Clause& clause, const RuleBook& book);

}  // namespace planlezer
