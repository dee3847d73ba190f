// Tells whether bytes are valid UTF-8; nothing else may be text in this program.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace planlezer::wire {

/// No overlong forms, no surrogates, nothing above U+10FFFF, no NUL.
[[nodiscard]] bool is_utf8(std::string_view text);

/// Appends one code point; what is no scalar value becomes U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

/// The code points of valid UTF-8; invalid bytes become U+FFFD each.
[[nodiscard]] std::u32string code_points(std::string_view text);

}  // namespace planlezer::wire
