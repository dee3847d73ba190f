// besluit.xml: the decision with what STOP wants to know about it, about its regeling and its information objects.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

[[nodiscard]] std::string besluit_xml(const Package& package);

}  // namespace planlezer::omgevingsplan
