// What a norm is about: the noun phrase in its sentence, else in a lead-in or heading above it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/norms/noun_phrase.hpp"
#include "rules/norms/reading.hpp"
#include "rules/norms/tags.hpp"

namespace planlezer {

struct Subject {
    std::string text;          ///< empty when none was found
    std::string inherited;     ///< where it came from when not from the own sentence: "4.2.2 'Bijgebouwen'"
    std::size_t distance = 0;  ///< 0: own sentence; else levels above
    int page = 0;              ///< where it was inherited from; 0 for the own sentence
    bool sound = true;         ///< a noun phrase whose head is a thing the book knows
    bool counted = false;      ///< what the number counts, named right behind it or its norm
};

/// The reading before this one in the same clause.
struct Earlier {
    Subject subject;
    std::size_t value_end = 0;  ///< tokens; 0 when there is none
};

/// Subject of a reading by its own words and lead-ins. `earlier` is the subject of the reading before it in the
/// same clause, used where the sentence goes on about the same thing.
class SubjectFinder {
  public:
    SubjectFinder(const DocumentText& text, const Tagger& tagger) : text_(text), tagger_(tagger) {}
    [[nodiscard]] Subject find(const Clause& clause, const Reading& reading, const Earlier& earlier) const;

  private:
    [[nodiscard]] Subject from_above(const Clause& clause) const;

    const DocumentText& text_;
    const Tagger& tagger_;
};

}  // namespace planlezer
