// Does text run over the edge of the page, so that something of it is lost?
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/model/text_page.hpp"

namespace planlezer {

/// True when the words of at least three lines touch or pass the left or the right edge of the page.
[[nodiscard]] bool is_cut_off(const TextPage& page);

}  // namespace planlezer
