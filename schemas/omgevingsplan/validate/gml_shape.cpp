#include "schemas/omgevingsplan/validate/gml_shape.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace planlezer::omgevingsplan::validation {

namespace {

struct Kind {
    std::string_view name;
    ShapeKind kind;
};

constexpr auto kinds = std::to_array<Kind>({
    {"Point", ShapeKind::point},
    {"MultiPoint", ShapeKind::point},
    {"LineString", ShapeKind::line},
    {"Curve", ShapeKind::line},
    {"MultiCurve", ShapeKind::line},
    {"Polygon", ShapeKind::area},
    {"Surface", ShapeKind::area},
    {"MultiSurface", ShapeKind::area},
});

/// All that may stand in a geometry of straight lines.
constexpr auto simple = std::to_array<std::string_view>(
    {"Point",    "MultiPoint",   "pointMember",   "pointMembers",   "pos",      "posList",           "LineString",
     "Curve",    "MultiCurve",   "curveMember",   "curveMembers",   "segments", "LineStringSegment", "Polygon",
     "Surface",  "MultiSurface", "surfaceMember", "surfaceMembers", "patches",  "PolygonPatch",      "exterior",
     "interior", "LinearRing",   "Ring"});

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool has_more_than_three_decimals(std::string_view number) {
    const std::size_t point = number.find('.');
    if (point == std::string_view::npos) return false;
    const std::string_view behind = number.substr(point + 1);
    const std::size_t last = behind.find_last_not_of('0');
    return last != std::string_view::npos && last >= 3;
}

class ShapeReader {
  public:
    explicit ShapeReader(GmlShape& shape) : shape_(shape) {}

    void read(Element geometry) {
        const auto* const known = std::ranges::find(kinds, geometry.name(), &Kind::name);
        if (known != kinds.end()) shape_.kind = known->kind;
        walk(geometry, [&](Element at) { look_at(at); });
    }

  private:
    void look_at(Element at) {
        const std::string_view name = at.name();
        if (std::ranges::find(simple, name) == simple.end()) {
            fault(at, "De geometrie bevat gml:" + std::string(name) +
                          "; gebruik alleen rechte lijnen (simple features), bogen als korte rechte stukken.");
            return;
        }
        if (const std::string dimension = at.attribute("srsDimension"); !dimension.empty() && dimension != "2") {
            fault(at, "srsDimension is " + dimension + "; lever coördinaten in twee dimensies.");
        }
        if (name == "Polygon" || name == "PolygonPatch") read_polygon(at);
        if (name == "pos" || name == "posList") read_points(at, shape_.points);
    }

    void read_polygon(Element element) {
        Polygon polygon;
        for (const Element part : element.children()) {
            if (part.name() == "exterior") polygon.outer = read_ring(part);
            if (part.name() == "interior") polygon.holes.push_back(read_ring(part));
        }
        if (polygon.outer.empty() && !element.child("exterior")) fault(element, "De polygoon heeft geen buitengrens.");
        shape_.area.push_back(std::move(polygon));
    }

    Ring read_ring(Element boundary) {
        std::vector<Point> points;
        for (const char* const name : {"posList", "pos"}) {
            for (const Element list : boundary.descendants(name)) read_points(list, points, false);
        }
        if (points.size() < 4) {
            fault(
                boundary,
                "De grens heeft minder dan vier punten; een vlak heeft er ten minste drie, en het eerste nog eens aan het eind.");
            return {};
        }
        if (points.front() != points.back()) fault(boundary, "De grens is niet gesloten; herhaal het eerste punt aan het eind.");
        points.pop_back();
        return points;
    }

    /// Told once: the rings of a polygon are read for the polygon too.
    void read_points(Element list, std::vector<Point>& into, bool tell = true) {
        const std::string text = list.raw_text();
        std::vector<double> numbers;
        for (std::size_t at = 0; at < text.size();) {
            while (at < text.size() && is_blank(text[at])) ++at;
            std::size_t end = at;
            while (end < text.size() && !is_blank(text[end])) ++end;
            if (end == at) break;
            double number = 0;
            const auto [stop, error] = std::from_chars(text.data() + at, text.data() + end, number);
            if (error != std::errc() || stop != text.data() + end || !std::isfinite(number)) {
                if (tell)
                    fault(list, "'" + text.substr(at, std::min<std::size_t>(end - at, 20)) +
                                    "' is geen coördinaat; gebruik een punt voor de decimalen.");
                return;
            }
            shape_.fine = shape_.fine || has_more_than_three_decimals(std::string_view(text).substr(at, end - at));
            numbers.push_back(number);
            at = end;
        }
        if (numbers.size() % 2 != 0 || numbers.empty()) {
            if (tell)
                fault(list, numbers.empty() ? "Hier ontbreken de coördinaten."
                                            : "Het aantal getallen is oneven; coördinaten komen in paren.");
            return;
        }
        for (std::size_t i = 0; i < numbers.size(); i += 2) into.push_back({numbers[i], numbers[i + 1]});
    }

    void fault(Element at, std::string message) { shape_.faults.push_back({at, std::move(message)}); }

    GmlShape& shape_;
};

}  // namespace

GmlShape read_shape(Element geometry) {
    GmlShape shape;
    if (geometry) ShapeReader(shape).read(geometry);
    return shape;
}

}  // namespace planlezer::omgevingsplan::validation
