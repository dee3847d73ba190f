// Text as XML 1.0 can hold it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace planlezer::omgevingsplan {

/// Valid UTF-8 of characters that XML allows: bytes that are no UTF-8 become U+FFFD, controls go out, a line feed or tab
/// becomes a blank.
[[nodiscard]] std::string xml_text(std::string_view text);

/// Nothing in it that can be seen: such a text makes no Al (STOP0005).
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace planlezer::omgevingsplan
