// The colours that the outline of an area lies on.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "schemas/geometry/polygons.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

class LineGrounds {
  public:
    /// \param sheet must outlive it
    explicit LineGrounds(const MapSheet& sheet);
    /// Each once.
    [[nodiscard]] std::vector<Rgb> along(const MapArea& outline) const;

  private:
    std::vector<std::pair<Bounds, const MapArea*>> fields_;
};

}  // namespace planlezer
