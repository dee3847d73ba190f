// The version of the program, as CMake has it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace planlezer {

extern const std::string_view program_version;

}  // namespace planlezer
