// From a published name back to its enumerator, by the same functions that write the names.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace planlezer {

/// `last` is the last enumerator; the enumeration starts at 0 without gaps.
template <typename Enum>
[[nodiscard]] std::optional<Enum> enum_from_text(std::string_view text, Enum last, std::string_view (*text_of)(Enum)) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (text_of(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace planlezer
