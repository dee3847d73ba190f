// What was recognised in a clause: norms, limits, values, references, conditions.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tag names, as the rule book writes them in {slots}:
//   getal        a number, with its unit where it has one
//   waarde       a value a norm can have: a getal that is no condition, or a reference, formula, existing size
//   norm         one norm noun or a pair of them ("goot- en bouwhoogte")
//   grens        a limit; grens-max and grens-min where the direction matters
//   kaart, bestaand, formule, onbepaald   what stands in place of a number
//   maat         a number that bounds a condition ("erf groter dan 100 m2"), never a norm
//   geen-norm    words in which a number is no norm at all ("strook van 5 m")
//   aanhef       no words: where the lead-ins end and the node's own words begin
//   voorwaarde, uitzondering, werkwoord, onderwerp, stop   parts of the sentence
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/norms/clause.hpp"
#include "rules/text/mend.hpp"
#include "schemas/model/norm.hpp"
#include "schemas/rulebook/rule_book.hpp"

namespace planlezer {

/// One number of a measure.
struct MeasurePart {
    Quantity quantity;
    std::size_t begin = 0;        ///< its tokens
    std::size_t end = 0;
    bool unit_stated = false;     ///< here or at the end of the list
    int unit_power = 0;           ///< the stated unit times 10^this is `quantity.unit` ("cm": -2)
    bool ocr_mended = false;      ///< digits or unit are not what was read
    bool lookalike = false;       ///< letters were read as digits
    bool power_unread = false;    ///< m2 or m3, the scan does not tell which: the norm decides
};

/// A value in the text: one number, several ("3 respectievelijk 6 m"), a range, or no number at all.
struct Measure {
    std::vector<MeasurePart> parts;
    ValueSource source = ValueSource::text;
    bool range = false;           ///< "tussen 20 en 60 graden": a minimum and a maximum
    bool undetermined = false;    ///< "nader te bepalen"
    bool blank = false;           ///< dots or a line where the number should stand
};

struct Tag {
    std::string name;
    std::size_t begin = 0;        ///< tokens, half open
    std::size_t end = 0;
    std::string phrase;           ///< id of the phrase that found it
    std::vector<const NormRule*> norms;  ///< of a norm tag, in reading order
    Measure measure;              ///< of getal and waarde tags
};

/// Recognises everything in clauses, with the words of one rule book; keeps a reference to it.
class Tagger {
  public:
    explicit Tagger(const RuleBook& book);
    /// Fills the clause's tags, sorted by begin.
    void tag(Clause& clause) const;

  private:
    struct Entry {
        const TagPhrase* phrase = nullptr;
        const NormRule* norm = nullptr;   ///< the pattern is one of its nouns or stems
        bool stem = false;
        const Pattern* pattern = nullptr;
    };
    void index(const Entry& entry);
    [[nodiscard]] std::vector<const Entry*> candidates(const Token& token) const;
    void learn(const Pattern& pattern);
    void spare(const Pattern& words);
    void mend(Clause& clause) const;
    void tag_norms(Clause& clause) const;
    void tag_phrases(Clause& clause) const;

    std::vector<Entry> nouns_;
    std::vector<Entry> phrases_;
    std::map<std::string, std::vector<const Entry*>, std::less<>> by_first_word_;
    std::vector<const Entry*> anywhere_;
    Mender mender_;
};

/// The tags of a name that begin (forward) or end (backward) at a token.
[[nodiscard]] std::vector<const Tag*> tags_at(const Clause& clause, std::string_view name, std::size_t token, bool forward);

/// Whether the token lies in a tag of that name.
[[nodiscard]] bool inside(const Clause& clause, std::string_view name, std::size_t token);

}  // namespace planlezer
