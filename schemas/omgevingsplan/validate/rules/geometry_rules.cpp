#include "schemas/omgevingsplan/validate/rules/geometry_rules.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "schemas/geometry/polygons.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr std::string_view rd = "urn:ogc:def:crs:EPSG::28992";
constexpr std::string_view etrs89 = "urn:ogc:def:crs:EPSG::4258";

template <typename Visit>
void each_location(const Delivery& delivery, const Visit& visit) {
    for (const Gml& gml : delivery.gmls) {
        for (const Location& location : gml.locations) visit(gml, location);
    }
}

/// A box around the country and its part of the North Sea, in RD and in degrees (latitude first). What is far off, such as x and
/// y exchanged or another system, is outside it; a few kilometres over the border are not.
bool is_near_the_netherlands(Point point, bool degrees) {
    if (degrees) return point.x > 50.5 && point.x < 56.0 && point.y > 2.3 && point.y < 7.5;
    return point.x > -90'000 && point.x < 300'000 && point.y > 290'000 && point.y < 880'000;
}

/// Kind and geometry of every object that refers to one.
void report_other_kind(const Delivery& delivery, const Report& report, std::string_view object, ShapeKind kind,
                       const std::string& message) {
    std::unordered_map<std::string, ShapeKind> geometries;
    each_location(delivery, [&](const Gml&, const Location& location) {
        if (location.geometry) geometries.emplace(location.id, location.shape.kind);
    });
    for (const OwReference& reference : delivery.references) {
        const OwObject& holder = delivery.objects[reference.from];
        const auto found = geometries.find(reference.to);
        if (reference.kind != "GeometrieRef" || holder.kind != object || found == geometries.end()) continue;
        if (found->second != kind) report.at(holder.file, reference.element, holder.id, message);
    }
}

}  // namespace

void location_has_a_geometry(const Delivery& delivery, const Report& report) {
    each_location(delivery, [&](const Gml& gml, const Location& location) {
        if (!location.geometry)
            report.at(gml.file, location.element, location.id,
                      "Deze locatie heeft geen geometrie; voeg haar toe of haal de locatie weg.");
    });
}

void geometry_names_its_system(const Delivery& delivery, const Report& report) {
    each_location(delivery, [&](const Gml& gml, const Location& location) {
        if (!location.geometry) return;
        walk(location.geometry, [&](Element at) {
            const std::string system = at.attribute("srsName");
            const bool outermost = at == location.geometry;
            if ((outermost || !system.empty()) && system != rd && system != etrs89) {
                report.at(gml.file, at, location.id,
                          "Het coördinatenstelsel is '" + system + "'; gebruik srsName " + std::string(rd) + ".");
            }
        });
    });
}

void gio_has_one_system(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        std::set<std::string> systems;
        for (const Location& location : gml.locations) {
            const std::string system = location.geometry.attribute("srsName");
            if (!system.empty() && systems.insert(system).second && systems.size() > 1) {
                report.at(gml.file, location.geometry, location.id,
                          "Dit GIO gebruikt meer dan een coördinatenstelsel; zet alle locaties in hetzelfde.");
            }
        }
    }
}

void one_id_is_one_geometry(const Delivery& delivery, const Report& report) {
    std::unordered_map<std::string, const Location*> seen;
    each_location(delivery, [&](const Gml& gml, const Location& location) {
        if (location.id.empty() || !location.geometry) return;
        const auto [at, added] = seen.emplace(location.id, &location);
        if (!added && at->second->shape.points != location.shape.points)
            report.at(gml.file, location.element, location.id,
                      "Dit basisgeo:id staat al bij andere coördinaten; geef een andere geometrie een ander id.");
    });
}

void geometry_is_sound(const Delivery& delivery, const Report& report) {
    each_location(delivery, [&](const Gml& gml, const Location& location) {
        const GmlShape& shape = location.shape;
        for (const ShapeFault& fault : shape.faults) report.at(gml.file, fault.at, location.id, fault.message);
        if (!shape.faults.empty() || shape.kind != ShapeKind::area) return;
        if (const auto invalid = invalidity(shape.area)) {
            report.at(
                gml.file, location.geometry, location.id,
                "De geometrie is ongeldig: een grens snijdt of raakt zichzelf of een andere, of een gat ligt buiten het vlak (" +
                    *invalid + ").");
        }
    });
}

void geometry_is_in_the_netherlands(const Delivery& delivery, const Report& report) {
    each_location(delivery, [&](const Gml& gml, const Location& location) {
        const std::string system = location.geometry.attribute("srsName");
        const std::vector<Point>& points = location.shape.points;
        const auto outside = std::ranges::find_if(points, [&](Point p) { return !is_near_the_netherlands(p, system == etrs89); });
        if (system != rd && system != etrs89) return;
        if (outside != points.end())
            report.at(gml.file, location.geometry, location.id,
                      "De geometrie ligt niet in Nederland of zijn deel van de Noordzee; zijn x en y verwisseld, of is het "
                      "stelsel een ander?");
    });
}

void coordinates_have_three_decimals(const Delivery& delivery, const Report& report) {
    each_location(delivery, [&](const Gml& gml, const Location& location) {
        if (location.geometry.attribute("srsName") == rd && location.shape.fine) {
            report.at(gml.file, location.geometry, location.id,
                      "Coördinaten in RD hebben hoogstens drie decimalen (millimeters); rond ze af.");
        }
    });
}

void gebied_is_an_area(const Delivery& delivery, const Report& report) {
    report_other_kind(delivery, report, "Gebied", ShapeKind::area,
                      "De geometrie van een Gebied is een vlak (Surface of MultiSurface); deze niet.");
}

void lijn_is_a_line(const Delivery& delivery, const Report& report) {
    report_other_kind(delivery, report, "Lijn", ShapeKind::line,
                      "De geometrie van een Lijn is een lijn (Curve of MultiCurve); deze niet.");
}

void punt_is_a_point(const Delivery& delivery, const Report& report) {
    report_other_kind(delivery, report, "Punt", ShapeKind::point,
                      "De geometrie van een Punt is een punt (Point of MultiPoint); deze niet.");
}

}  // namespace planlezer::omgevingsplan::validation
