// Which sign of the legend a sign of a picture is almost like, when a "%" or a mark of it was not seen.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/map/sheet/legend.hpp"
#include "rules/map/sheet/measures.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// Of a sign in several parts on a picture that the legend does not show: the one it shows that differs least, by its norms, when there is but one.
/// \return nullptr when none or several are as near, and for what was drawn and not read
[[nodiscard]] const std::vector<NamedMeasure>* likely_shown(const MapSign& sign, const Legend& legend);

}  // namespace planlezer
