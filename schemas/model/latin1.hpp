// The letters of Latin-1 beyond ASCII, without their accents: all that Dutch text needs.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace planlezer {

/// In UTF-8 these letters are 0xC3 and one more byte. The small plain letter, or '\0' for the two signs among them.
[[nodiscard]] constexpr char latin1_base(char second) {
    constexpr std::string_view bases{"aaaaaaaceeeeiiiidnooooo\0ouuuuyts"
                                     "aaaaaaaceeeeiiiidnooooo\0ouuuuyty",
                                     64};
    return bases[static_cast<std::size_t>(static_cast<unsigned char>(second) & 0x3FU)];
}

}  // namespace planlezer
