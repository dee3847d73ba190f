// Running heads, running feet and page numbers: what stands at the edge of page after page and is no text of the plan.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "schemas/model/text_page.hpp"

namespace planlezer {

/// For every page, for every word, whether it belongs to a running head or foot. Rows are taken off from the edge of
/// the page inwards, as long as they stand alike on neighbouring pages (a few letters may be read differently) or are
/// page numbers. A heading of an article is one only where it stands literally the same on another page.
[[nodiscard]] std::vector<std::vector<bool>> running_words(const std::vector<TextPage>& pages);

/// A page that seems lost: printed page numbers that do not follow on although the pages do.
struct PageGap {
    int page = 0;    ///< of the file, from 1: the first behind the gap
    int before = 0;  ///< printed on the page before
    int after = 0;   ///< printed on it
    friend bool operator==(const PageGap&, const PageGap&) = default;
};

[[nodiscard]] std::vector<PageGap> page_gaps(const std::vector<TextPage>& pages);

}  // namespace planlezer
