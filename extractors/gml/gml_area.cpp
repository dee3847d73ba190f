#include "extractors/gml/gml_area.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "extractors/gml/arcs.hpp"
#include "extractors/limits.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr double touch = 0.0005;      // metres: two ends of one border
constexpr double max_radius = 1e6;    // metres
constexpr double sliver_width = 0.005;  // metres

/// Why a ring is given up; thrown within this file only, for a ring is read many calls deep.
struct Fault {
    std::string text;
};

std::vector<double> numbers_in(const xmlNode* node) {
    std::vector<double> numbers;
    for (const xmlNode* part = node->children; part != nullptr; part = part->next) {
        if (part->type != XML_TEXT_NODE && part->type != XML_CDATA_SECTION_NODE) continue;
        std::string_view text = reinterpret_cast<const char*>(part->content);
        for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos; at = text.find_first_not_of(blanks)) {
            text.remove_prefix(at);
            double value = 0;
            const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
            if (read.ec != std::errc() || !std::isfinite(value)) throw Fault{"een coördinaat is geen getal"};
            text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
            // "1 2", and "1,2 3,4" of gml:coordinates: between numbers stands a blank or a comma.
            const bool comma = text.starts_with(',');
            if (comma) text.remove_prefix(1);
            if (!comma && !text.empty() && blanks.find(text.front()) == std::string_view::npos) throw Fault{"een coördinaat is geen getal"};
            if (numbers.size() >= limits::imro_ring_numbers) throw Fault{"de grens heeft te veel punten"};
            numbers.push_back(value);
        }
    }
    return numbers;
}

/// Coordinates a point: 2, or 3 where the element or one around it says so.
std::size_t dimension(const xmlNode* node) {
    for (const xmlNode* at = node; at != nullptr && at->type == XML_ELEMENT_NODE; at = at->parent) {
        const std::string text = attribute(at, "srsDimension");
        if (!text.empty()) return text == "3" ? 3 : 2;
    }
    return 2;
}

/// RD New; what lies outside of its field is another system, or x and y have changed places.
bool in_the_country(Point p) { return p.x >= -7000 && p.x <= 300'000 && p.y >= 289'000 && p.y <= 650'000; }

void append_points(const xmlNode* node, Ring& points) {
    const std::vector<double> numbers = numbers_in(node);
    const std::size_t size = dimension(node);
    if (numbers.empty() || numbers.size() % size != 0) throw Fault{"een punt mist een coördinaat"};
    for (std::size_t i = 0; i < numbers.size(); i += size) {
        points.push_back({numbers[i], numbers[i + 1]});
        if (!in_the_country(points.back())) throw Fault{"de coördinaten liggen buiten het RD-stelsel"};
    }
}

/// The points of an element that holds them in posList, pos, coordinates or pointProperty.
Ring points_of(const xmlNode* node) {
    Ring points;
    for_each_child(node, [&points](const xmlNode* at) {
        const std::string_view name = local_name(at);
        if (name == "posList" || name == "pos" || name == "coordinates") append_points(at, points);
        if (const xmlNode* inner = name == "pointProperty" || name == "pointRep" ? descendant(at, "pos") : nullptr) append_points(inner, points);
    });
    if (points.empty()) throw Fault{"een deel van de grens heeft geen punten"};
    return points;
}

double number_of(const xmlNode* node, std::string_view name) {
    const xmlNode* found = child(node, name);
    const std::vector<double> numbers = found == nullptr ? std::vector<double>{} : numbers_in(found);
    if (numbers.size() != 1) throw Fault{"een boog mist een maat"};
    return numbers.front();
}

void append_segment(const xmlNode* segment, Ring& curve) {
    const std::string_view kind = local_name(segment);
    const Ring points = points_of(segment);
    if (kind == "LineStringSegment" || kind == "LineString" || kind == "GeodesicString" || kind == "Geodesic") {
        curve.insert(curve.end(), points.begin(), points.end());
        return;
    }
    if (kind == "Arc" || kind == "ArcString") {
        if (points.size() < 3 || points.size() % 2 == 0 || (kind == "Arc" && points.size() != 3)) throw Fault{"een boog heeft een verkeerd aantal punten"};
        curve.push_back(points.front());
        for (std::size_t i = 0; i + 2 < points.size(); i += 2) append_arc(curve, points[i], points[i + 1], points[i + 2]);
        return;
    }
    if (kind == "Circle") {
        if (points.size() != 3) throw Fault{"een cirkel heeft een verkeerd aantal punten"};
        curve.push_back(points.front());
        if (!append_circle(curve, points[0], points[1], points[2])) throw Fault{"een cirkel heeft geen middelpunt"};
        return;
    }
    if (kind == "CircleByCenterPoint" || kind == "ArcByCenterPoint") {
        const double radius = number_of(segment, "radius");
        if (points.size() != 1 || !(radius > 0) || radius > max_radius) throw Fault{"een boog heeft geen bruikbare straal"};
        const bool whole = kind == "CircleByCenterPoint";
        append_arc_around(curve, points.front(), radius, whole ? 0 : number_of(segment, "startAngle"), whole ? 360 : number_of(segment, "endAngle"));
        return;
    }
    throw Fault{"een lijnsoort wordt niet gelezen (" + std::string(kind.substr(0, 40)) + ")"};
}

Ring curve_of(const xmlNode* node);

/// Appends a piece to a border, which must begin where the border ends.
void append_piece(Ring& border, const Ring& piece) {
    if (piece.empty()) return;
    if (border.empty()) {
        border = piece;
        return;
    }
    const Point& end = border.back();
    const Point& start = piece.front();
    // A gap of some centimetres is how drawing programs round; a larger one is a missing piece.
    constexpr double gap = 0.1;
    if (std::hypot(end.x - start.x, end.y - start.y) > gap) throw Fault{"de grens is niet gesloten"};
    border.insert(border.end(), piece.begin() + 1, piece.end());
}

void append_members(const xmlNode* node, Ring& border) {
    for_each_child(node, [&border](const xmlNode* member) {
        for_each_child(member, [&border](const xmlNode* curve) { append_piece(border, curve_of(curve)); });
    });
}

Ring curve_of(const xmlNode* node) {
    const std::string_view kind = local_name(node);
    Ring border;
    if (kind == "Curve") {
        if (const xmlNode* segments = child(node, "segments")) {
            for_each_child(segments, [&border](const xmlNode* segment) {
                Ring piece;
                append_segment(segment, piece);
                append_piece(border, piece);
            });
        }
    } else if (kind == "CompositeCurve" || kind == "Ring" || kind == "OrientableCurve") {
        append_members(node, border);
        if (attribute(node, "orientation") == "-") std::ranges::reverse(border);
    } else if (kind == "LinearRing") {
        border = points_of(node);
    } else {
        append_segment(node, border);
    }
    return border;
}

Ring ring_of(const xmlNode* boundary) {
    Ring ring;
    for_each_child(boundary, [&ring](const xmlNode* curve) { append_piece(ring, curve_of(curve)); });
    if (ring.size() < 4) throw Fault{"de grens heeft te weinig punten"};
    const Point& first = ring.front();
    if (std::hypot(first.x - ring.back().x, first.y - ring.back().y) > 0.1) throw Fault{"de grens is niet gesloten"};
    Ring open;
    for (const Point& point : ring) {
        if (open.empty() || std::hypot(point.x - open.back().x, point.y - open.back().y) > touch) open.push_back(point);
    }
    while (open.size() > 1 && std::hypot(first.x - open.back().x, first.y - open.back().y) <= touch) open.pop_back();
    if (open.size() < 3) throw Fault{"de grens heeft te weinig punten"};
    return open;
}

Polygon polygon_of(const xmlNode* node) {
    Polygon polygon;
    for_each_child(node, [&polygon](const xmlNode* boundary) {
        const std::string_view kind = local_name(boundary);
        if (kind == "exterior" || kind == "outerBoundaryIs") polygon.outer = ring_of(boundary);
        if (kind == "interior" || kind == "innerBoundaryIs") polygon.holes.push_back(ring_of(boundary));
    });
    if (polygon.outer.empty()) throw Fault{"een vlak heeft geen grens"};
    return polygon;
}

void append_polygons(const xmlNode* node, GmlArea& found) {
    const std::string_view kind = local_name(node);
    if (kind != "Polygon" && kind != "PolygonPatch" && kind != "Rectangle" && kind != "Triangle") {
        for_each_child(node, [&found](const xmlNode* at) { append_polygons(at, found); });
        return;
    }
    try {
        found.area.push_back(polygon_of(node));
    } catch (const Fault& fault) {
        found.fault = fault.text;
    }
}

}  // namespace

GmlArea read_area(const xmlNode* node) {
    GmlArea found;
    append_polygons(node, found);
    // Patches of one surface share edges: they are one area.
    std::vector<MultiPolygon> parts;
    for (const Polygon& polygon : found.area) parts.push_back({polygon});
    found.area = cleaned(parts.size() > 1 ? merged(parts) : found.area, 0.001, sliver_width);
    if (found.area.empty() && found.fault.empty()) found.fault = "het object heeft geen vlak";
    return found;
}

std::optional<Point> read_point(const xmlNode* node) {
    const xmlNode* place = descendant(node, "pos");
    if (place == nullptr) return std::nullopt;
    try {
        Ring points;
        append_points(place, points);
        return points.front();
    } catch (const Fault&) {
        return std::nullopt;
    }
}

}  // namespace planlezer
