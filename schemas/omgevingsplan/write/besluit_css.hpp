// The stylesheet with which a browser shows besluit.xml as the text it would publish.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace planlezer::omgevingsplan {

/// CSS; belongs beside the folder of a package, where besluit.xml looks for it as ../besluit.css.
[[nodiscard]] std::string_view besluit_css();

}  // namespace planlezer::omgevingsplan
