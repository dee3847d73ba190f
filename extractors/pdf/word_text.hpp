// The characters of a text layer made into clean words, and what a font's name tells of its style.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace planlezer {

/// UTF-8, composed (NFC for the letters of western Europe), ligatures taken apart, symbol-font bullets and signs
/// as their Unicode characters, without controls and white space. What has no meaning stays as U+FFFD.
[[nodiscard]] std::string clean_text(std::span<const char32_t> text);

struct FontStyle {
    bool bold = false;
    bool italic = false;
};

/// From names as "ABCDEF+Arial-BoldMT", "Verdana,Italic", "Helvetica-Black".
[[nodiscard]] FontStyle font_style(std::string_view name);

}  // namespace planlezer
