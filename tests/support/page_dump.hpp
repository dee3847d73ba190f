// Pages as `planlezer-worker --dump` prints them, for tests and a developer's eye.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/model/text_page.hpp"

namespace planlezer::test {

/// One JSON object a page, one after the other. Throws std::runtime_error when it is none.
[[nodiscard]] std::vector<TextPage> pages_from_dump(const std::string& json);

}  // namespace planlezer::test
