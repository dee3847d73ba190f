// Which area a value on a sheet governs: the maatvoeringsvlak, else the bouwvlak, else the bestemmingsvlak it stands in.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "rules/map/sheet/areas.hpp"

namespace planlezer {

struct Governed {
    std::size_t area = 0;      ///< index into the areas
    double confidence = 1.0;   ///< 0-1: below 1 when the sign does not stand wholly clear in it
};

/// By the place a sign points at, else its middle; a sign whose middle lies in no area belongs to the one it covers. One that is crossed
/// and stands in no bouwvlak or maatvoeringsvlak with all of it may have lost its leader line: its place is in doubt.
[[nodiscard]] std::optional<Governed> governed_by(const MapSign& sign, const std::vector<SheetArea>& areas);

}  // namespace planlezer
