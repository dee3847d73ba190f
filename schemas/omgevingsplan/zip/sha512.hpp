// SHA-512, as the LVBB wants it of the files of an informatieobject.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace planlezer::omgevingsplan {

/// Lower-case hex, 128 characters. Throws std::runtime_error when libcrypto has no SHA-512.
[[nodiscard]] std::string sha512_hex(std::string_view bytes);

}  // namespace planlezer::omgevingsplan
