// From the words of pages to lines in reading order, without running heads, with broken words joined.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/layout/line.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

/// Pages in order. Columns are read one after the other, tables stand as one line, footnotes are marked.
/// Same pages, same lines.
[[nodiscard]] std::vector<Line> read_lines(const std::vector<TextPage>& pages);

}  // namespace planlezer
