// norms.geojson: the norms with their areas for programs that read no GeoPackage, written plan by plan.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Coordinates are metres RD (EPSG:28992), as the "crs" member of GeoJSON 2008 says: RFC 7946 knows only degrees.
#pragma once

#include <string>

#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// begin() once, then plan() for each plan in order, then end(): the parts joined are one FeatureCollection.
class NormsGeoJson {
  public:
    [[nodiscard]] static std::string begin();
    [[nodiscard]] std::string plan(const PlanResult& result);
    [[nodiscard]] static std::string end();

  private:
    bool any_ = false;
};

}  // namespace planlezer
