// A passage as the norm finder sees it: the words of one node behind the lead-ins it stands under.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/text/token.hpp"
#include "schemas/model/document_text.hpp"

namespace planlezer {

struct Tag;

/// Tokens [0, own) are lead-ins of nodes above, outermost first; [own, end) are the node's own words.
struct Clause {
    std::vector<Token> tokens;
    std::size_t own = 0;
    std::vector<std::size_t> origin;  ///< per token: index of the node it stands in
    std::size_t node = 0;             ///< the node whose own words these are
    std::vector<Tag> tags;            ///< sorted by begin; see tags.hpp
};

/// The clause of a node: its text, and in front of it the open ends ("... bedraagt niet meer dan:") of the
/// texts above. A lead-in that ends a sentence of its own is closed and not taken along.
[[nodiscard]] Clause make_clause(const DocumentText& text, std::size_t node);

/// The words of a token range as read, single blanks between words.
[[nodiscard]] std::string words_of(const Clause& clause, std::size_t begin, std::size_t end);

}  // namespace planlezer
