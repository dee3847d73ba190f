// What the operating system said, in Dutch, for messages to planners.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace planlezer {

/// "geen toegang" for EACCES; what has no Dutch text here is given as the system says it, with its number.
[[nodiscard]] std::string system_error_text(int error_number);

}  // namespace planlezer
