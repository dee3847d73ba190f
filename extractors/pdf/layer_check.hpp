// Is the text layer of a page to be believed? Judged from its characters, its words and the ink under them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/image/leptonica.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

/// True when too many characters have no Unicode value.
[[nodiscard]] bool is_unmapped(const std::vector<Word>& words);

/// True when there are enough words to tell and they are no European language written with letters: what a shifted
/// or scrambled character map makes of text. Numbers, codes and foreign scripts are no ground.
[[nodiscard]] bool is_implausible(const std::vector<Word>& words);

/// For each word, whether there is ink under it. \param picture 8 bit, the page as displayed
[[nodiscard]] std::vector<bool> inked(const std::vector<Word>& words, Pix& picture, double dpi);

}  // namespace planlezer
