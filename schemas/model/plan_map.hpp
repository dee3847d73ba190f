// What a plan draws on the earth: its areas and values, from IMRO GML or from a map sheet, in one form.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/model/geometry.hpp"
#include "schemas/model/map_sheet.hpp"
#include "schemas/model/norm.hpp"

namespace planlezer {

/// The object classes of IMRO2012 that bear building rules.
enum class PlanObjectKind { plangebied, enkelbestemming, dubbelbestemming, bouwvlak, maatvoering, functieaanduiding, bouwaanduiding, gebiedsaanduiding };
[[nodiscard]] std::string_view plan_object_kind_text(PlanObjectKind kind);

/// A value that holds in an area: waarde and waardeType of IMRO, or a sign of a sheet.
struct MapValue {
    std::string kind;              ///< SVBP2012 term without unit: "maximum bouwhoogte"; the raw waardeType when unknown
    Comparator comparator = Comparator::at_most;
    std::optional<Decimal> value;  ///< empty: not a number
    Unit unit = Unit::none;
    std::string text;              ///< as it stands: "10,5"
    double confidence = 1.0;       ///< 0-1
    std::string second_reading;    ///< a reading of the same sign that differs; empty when none
    Provenance provenance;         ///< the sign on the sheet, or the GML's file
    Point place;                   ///< where the sign stands, in the unit of the map
    friend bool operator==(const MapValue&, const MapValue&) = default;
};

struct PlanObject {
    PlanObjectKind kind = PlanObjectKind::plangebied;
    std::string id;                ///< gml:id or a name made of the place on the sheet; unique in the map
    std::string name;              ///< "Wonen", "specifieke bouwaanduiding - 1", "bouwvlak"
    std::string code;              ///< the letters on the map: "W"; empty when none
    std::string article;           ///< artikelnummer; empty when none
    MultiPolygon area;             ///< valid; outer rings counter-clockwise, y up
    std::vector<MapValue> values;  ///< of a maatvoering; of a sheet also what stands in a bouwvlak or bestemming
    double confidence = 1.0;       ///< 0-1: that outline and name are right
    bool one_of_several = false;   ///< the legend of its sheet draws others alike, and no letters tell which it is
    Provenance provenance;
    friend bool operator==(const PlanObject&, const PlanObject&) = default;
};

/// How a sheet came to its place, the best first.
enum class PlacementSource { imro, geopdf, geotiff, world_file, imro_contour, grid_crosses, scale_only };
[[nodiscard]] std::string_view placement_source_text(PlacementSource source);

struct Placement {
    PlacementSource source = PlacementSource::imro;
    bool on_earth = true;             ///< false: coordinates are metres on the sheet, origin its lower left corner
    std::optional<double> residual;   ///< metres, root mean square over the control points; empty when nothing measures it
    friend bool operator==(const Placement&, const Placement&) = default;
};

struct PlanMap {
    std::string file;        ///< as named in the document list
    int page = 0;            ///< of a sheet, from 1; 0 for IMRO
    std::string imro_id;     ///< empty when none
    std::string name;        ///< of the plan
    std::string status;      ///< planstatus: "vastgesteld"; empty when none
    std::string date;        ///< "2013-04-18"; empty when none
    Placement placement;
    std::vector<ControlPoint> control_points;  ///< what the placement rests on, for whoever wants to improve it
    double pixels_a_point_x = 0;               ///< of the sheet's image; 0 for a drawing and for IMRO
    double pixels_a_point_y = 0;
    std::vector<PlanObject> objects;
    std::vector<Flag> flags;
    friend bool operator==(const PlanMap&, const PlanMap&) = default;
};

}  // namespace planlezer
