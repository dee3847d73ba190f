// Footnotes at the foot of a page, and notes in its margin: text that stands beside the running text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "rules/layout/paragraphs.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

/// Marks the lines of one page that are a footnote: smaller type, or under a short rule, and numbered.
void mark_footnotes(const TextPage& page, std::span<PlacedLine> lines);

/// The mark a note begins with: "*", "¹", "1)", or a raised "1"; empty when the line begins with none.
[[nodiscard]] std::string note_mark(const Line& line);

}  // namespace planlezer
