// Plan texts as they are kept for tests (Markdown-like) as lines, so that rules can be tested without drawing pages.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/layout/line.hpp"

namespace planlezer::test {

/// "- a. ..." becomes an item, "## Artikel 4" a bold line, a pipe table a table, a page number of the old pages nothing.
/// Hard line breaks inside a sentence are continuations. All lines stand on one page, one below the other.
[[nodiscard]] std::vector<Line> lines_from_text(std::string_view text);

/// The outline as one line a node, indented by depth: kind, number, section, heading, text.
[[nodiscard]] std::string outline_text(const DocumentText& text);

/// One row a line: page, place, type, whether it starts a paragraph (>), words.
[[nodiscard]] std::string lines_text(const std::vector<Line>& lines);

}  // namespace planlezer::test
