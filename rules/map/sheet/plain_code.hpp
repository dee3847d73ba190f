// The letters of a code without what a picture adds to them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace planlezer {

/// "W" of "„W .": a piece of the swatch's dashes or dots beside the letters looks like a quotation mark, a bar or a full stop.
/// \return part of `text`; empty when there is nothing else in it
[[nodiscard]] std::string_view plain_code(std::string_view text);

}  // namespace planlezer
