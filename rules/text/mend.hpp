// Mends words that a scan garbled, with the rule book's own words as the only vocabulary.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/text/token.hpp"

namespace planlezer {

/// Only the folded form changes: what was read stays in Token::text. Numbers are never touched. Not for use from
/// several threads at once: it remembers what it looked up.
class Mender {
  public:
    void learn(const std::string& folded);
    /// Words of the rule book that begin, end or hold something: such a word is known, not garbled.
    void learn_part(const std::string& part, bool at_start, bool at_end);

    /// An ordinary word: it stays as it is, and no other word becomes it.
    void spare(const std::string& folded) { spared_.insert(folded); }

    /// A misread word becomes the one word of the book that is near enough: one letter off from five letters on, two
    /// from nine on. Words that are in the book, ordinary words, and words near to two of the book's, stay.
    void mend(Token& token) const;
    /// "nietmeer", "eenbouwhoogte": where a small word was glued to a word of the book, the length of the small one; else 0.
    [[nodiscard]] std::size_t glued_at(const Token& token) const;

  private:
    [[nodiscard]] bool known(std::string_view folded) const;
    [[nodiscard]] std::string nearest(const std::string& folded) const;

    std::set<std::string, std::less<>> words_;
    std::set<std::string, std::less<>> spared_;
    std::vector<std::string> starts_;
    std::vector<std::string> ends_;
    std::vector<std::string> inner_;
    mutable std::map<std::string, std::string, std::less<>> seen_;
};

/// Letters to change, add or drop between two words; stops counting above `most`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace planlezer
