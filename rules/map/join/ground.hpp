// The areas of a plan as its rules speak of them: a bestemming, the bouwvlakken, the place of an aanduiding.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/model/norm.hpp"
#include "schemas/model/plan_map.hpp"

namespace planlezer {

/// Without what is left where two borders were meant to be one: narrow strips and crumbs.
[[nodiscard]] MultiPolygon without_crumbs(const MultiPolygon& area);

/// The part of an area that lies in a place of many parts, without crumbs.
[[nodiscard]] MultiPolygon part_in(const MultiPolygon& area, const MultiPolygon& place);

/// A norm of the algemene regels that names no place: it holds in the whole plangebied.
[[nodiscard]] bool holds_everywhere(const NormStatement& norm);

class Ground {
  public:
    /// The map outlives it.
    explicit Ground(const PlanMap& map) : map_(map) {}

    [[nodiscard]] const PlanMap& map() const { return map_; }

    /// True when the map draws a bestemming at all.
    [[nodiscard]] bool has_bestemmingen() const;

    /// All of a bestemming, by its name, else by the number of its artikel, else by its letters; nullptr when the map
    /// does not know it.
    [[nodiscard]] const MultiPolygon* bestemming(const std::string& name, const std::string& article);

    /// By name of the map: "Wonen" -> all of it. Without dubbelbestemmingen.
    [[nodiscard]] const std::map<std::string, MultiPolygon>& enkelbestemmingen();

    [[nodiscard]] const MultiPolygon& bouwvlakken();

    /// nullptr when no aanduiding has that name.
    [[nodiscard]] const MultiPolygon* aanduiding(const std::string& name);

    /// Of a map without its border: all its bestemmingen.
    [[nodiscard]] const MultiPolygon& plangebied();

    /// Where a sheet shows a bestemming, but not which: several lines of its legend look alike. Empty for IMRO.
    [[nodiscard]] const MultiPolygon& unsure_ground();

    /// Where a norm holds by what it says of its place; empty when the map does not tell. A value drawn on the map is
    /// no matter here.
    [[nodiscard]] MultiPolygon place_of(const NormStatement& norm);

    /// Whether the place of a norm may lack ground: it rests on a bestemming of a sheet that was not read whole. Never of IMRO.
    [[nodiscard]] bool may_lack_ground(const NormStatement& norm);

  private:
    [[nodiscard]] bool is_of_bestemming(const NormStatement& norm) const;
    template <typename Wanted>
    [[nodiscard]] MultiPolygon all(const Wanted& wanted) const;
    [[nodiscard]] const MultiPolygon* kept(const std::string& key, MultiPolygon area);
    [[nodiscard]] const MultiPolygon& by_bouwvlak(const std::string& bestemming, const MultiPolygon& whole, bool inside);

    const PlanMap& map_;
    std::map<std::string, MultiPolygon> known_;  ///< by what was asked
    std::optional<std::map<std::string, MultiPolygon>> enkelbestemmingen_;
    std::optional<bool> half_read_;
};

}  // namespace planlezer
