// Running text cut into words, numbers and marks, folded for matching, each tied to the word it came from.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schemas/model/document_text.hpp"

namespace planlezer {

enum class TokenKind { word, number, mark };

/// A piece of a FlowWord: "3,25m;" gives "3,25", "m" and ";".
struct Token {
    TokenKind kind = TokenKind::word;
    std::string text;         ///< as read
    std::string folded;       ///< lower case, no accents, superscripts as digits; what patterns see
    std::size_t word = 0;     ///< index into DocumentText::words
    bool glued = false;       ///< no blank before it
    bool sentence_end = false;///< a mark that closes a sentence or a list item
    bool quoted = false;      ///< inside quotation marks: the name of an aanduiding
    bool lookalike = false;   ///< a number in which letters were read as digits ("l0")
    bool raised = false;      ///< a superscript
    bool scanned = false;     ///< read by OCR
    bool mended = false;      ///< `folded` is a near word of the rule book, not what was read
};

/// Cuts the words of a span. Quotation marks, abbreviations ("t.b.v.", "max.") and units ("m2") are understood.
[[nodiscard]] std::vector<Token> tokenise(const DocumentText& text, WordSpan span);

}  // namespace planlezer
