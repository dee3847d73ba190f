#include "schemas/json/map_json.hpp"

#include <tuple>
#include <utility>

#include "schemas/json/object_reader.hpp"

namespace planlezer {

namespace {

constexpr int decimals = 3;  // a millimetre

Json point_json(Point p) { return Json{rounded(p.x, decimals), rounded(p.y, decimals)}; }

Json ring_json(const Ring& ring) {
    Json points = Json::array();
    for (const Point p : ring) points.push_back(point_json(p));
    if (!ring.empty()) points.push_back(point_json(ring.front()));
    return points;
}

std::optional<Point> read_point(const Json& json) {
    if (!json.is_array() || json.size() != 2 || !json[0].is_number() || !json[1].is_number()) return std::nullopt;
    return Point{json[0].get<double>(), json[1].get<double>()};
}

std::optional<Ring> read_ring(const Json& json) {
    if (!json.is_array() || json.size() < 4) return std::nullopt;
    Ring ring;
    for (const Json& element : json) {
        const std::optional<Point> point = read_point(element);
        if (!point) return std::nullopt;
        ring.push_back(*point);
    }
    if (ring.front() != ring.back()) return std::nullopt;
    ring.pop_back();
    return ring;
}

std::optional<Polygon> read_polygon(const Json& json) {
    if (!json.is_array() || json.empty()) return std::nullopt;
    Polygon polygon;
    for (const Json& element : json) {
        std::optional<Ring> ring = read_ring(element);
        if (!ring) return std::nullopt;
        if (polygon.outer.empty()) polygon.outer = std::move(*ring);
        else polygon.holes.push_back(std::move(*ring));
    }
    return polygon;
}

Json value_json(const MapValue& value) {
    Json json;
    json["kind"] = value.kind;
    json["comparator"] = comparator_text(value.comparator);
    json["value"] = value.value ? Json(value.value->text()) : Json(nullptr);
    json["unit"] = text_or_null(unit_text(value.unit));
    json["text"] = value.text;
    json["confidence"] = rounded(value.confidence, 3);
    json["second_reading"] = text_or_null(value.second_reading);
    json["place"] = point_json(value.place);
    json["provenance"] = provenance_json(value.provenance);
    return json;
}

std::optional<MapValue> read_value(const Json& json) {
    ObjectReader reader(json);
    MapValue value;
    value.kind = reader.text("kind");
    value.comparator = reader.named("comparator", Comparator::exactly, comparator_text);
    value.value = value_of(reader);
    value.unit = unit_of(reader);
    value.text = reader.text("text");
    value.confidence = reader.number("confidence");
    value.second_reading = reader.optional_text("second_reading");
    const std::optional<Point> place = read_point(reader.member("place"));
    if (!place) reader.fail();
    value.place = place.value_or(Point{});
    value.provenance = provenance_of(reader);
    return reader.ok() ? std::optional(std::move(value)) : std::nullopt;
}

Json object_json(const PlanObject& object) {
    Json json;
    json["id"] = object.id;
    json["kind"] = plan_object_kind_text(object.kind);
    json["name"] = object.name;
    json["code"] = text_or_null(object.code);
    json["article"] = text_or_null(object.article);
    json["confidence"] = rounded(object.confidence, 3);
    json["geometry"] = geometry_json(object.area);
    json["values"] = Json::array();
    for (const MapValue& value : object.values) json["values"].push_back(value_json(value));
    json["provenance"] = provenance_json(object.provenance);
    return json;
}

std::optional<PlanObject> read_object(const Json& json) {
    ObjectReader reader(json);
    PlanObject object;
    object.id = reader.text("id");
    object.kind = reader.named("kind", PlanObjectKind::gebiedsaanduiding, plan_object_kind_text);
    object.name = reader.text("name");
    object.code = reader.optional_text("code");
    object.article = reader.optional_text("article");
    object.confidence = reader.number("confidence");
    std::optional<MultiPolygon> area = read_geometry(reader.member("geometry"));
    if (!area) reader.fail();
    object.area = std::move(area).value_or(MultiPolygon{});
    object.values = reader.list<MapValue>("values", read_value);
    object.provenance = provenance_of(reader);
    return reader.ok() ? std::optional(std::move(object)) : std::nullopt;
}

Json control_point_json(const ControlPoint& point) {
    Json json;
    json["sheet"] = point_json(point.sheet);
    json["rd"] = point_json(point.rd);
    return json;
}

std::optional<ControlPoint> read_control_point(const Json& json) {
    ObjectReader reader(json);
    const std::optional<Point> sheet = read_point(reader.member("sheet"));
    const std::optional<Point> rd = read_point(reader.member("rd"));
    return sheet && rd ? std::optional(ControlPoint{*sheet, *rd}) : std::nullopt;
}

Placement read_placement(const Json& json, ObjectReader& owner) {
    ObjectReader reader(json);
    Placement placement;
    placement.source = reader.named("source", PlacementSource::scale_only, placement_source_text);
    const Json& on_earth = reader.member("on_earth");
    if (!on_earth.is_boolean()) reader.fail();
    else placement.on_earth = on_earth.get<bool>();
    if (!reader.member("residual").is_null()) placement.residual = reader.number("residual");
    if (!reader.ok()) owner.fail();
    return placement;
}

}  // namespace

Json geometry_json(const MultiPolygon& area) {
    if (area.empty()) return nullptr;
    Json polygons = Json::array();
    for (const Polygon& polygon : area) {
        Json rings = Json::array();
        rings.push_back(ring_json(polygon.outer));
        for (const Ring& hole : polygon.holes) rings.push_back(ring_json(hole));
        polygons.push_back(std::move(rings));
    }
    Json json;
    json["type"] = "MultiPolygon";
    json["coordinates"] = std::move(polygons);
    return json;
}

std::optional<MultiPolygon> read_geometry(const Json& json) {
    if (json.is_null()) return MultiPolygon{};
    ObjectReader reader(json);
    const std::string type = reader.text("type");
    const Json& coordinates = reader.member("coordinates");
    if (!reader.ok() || !coordinates.is_array()) return std::nullopt;
    if (type == "Polygon") {
        std::optional<Polygon> polygon = read_polygon(coordinates);
        return polygon ? std::optional(MultiPolygon{std::move(*polygon)}) : std::nullopt;
    }
    if (type != "MultiPolygon") return std::nullopt;
    MultiPolygon area;
    for (const Json& element : coordinates) {
        std::optional<Polygon> polygon = read_polygon(element);
        if (!polygon) return std::nullopt;
        area.push_back(std::move(*polygon));
    }
    return area;
}

Json plan_map_json(const PlanMap& map) {
    Json json;
    json["file"] = map.file;
    json["page"] = map.page;
    json["imro_id"] = text_or_null(map.imro_id);
    json["name"] = text_or_null(map.name);
    json["status"] = text_or_null(map.status);
    json["date"] = text_or_null(map.date);
    json["placement"]["source"] = placement_source_text(map.placement.source);
    json["placement"]["on_earth"] = map.placement.on_earth;
    json["placement"]["residual"] = map.placement.residual ? Json(rounded(*map.placement.residual, 3)) : Json(nullptr);
    json["pixels_a_point"] = Json{map.pixels_a_point_x, map.pixels_a_point_y};
    json["control_points"] = Json::array();
    for (const ControlPoint& point : map.control_points) json["control_points"].push_back(control_point_json(point));
    json["objects"] = Json::array();
    for (const PlanObject& object : map.objects) json["objects"].push_back(object_json(object));
    return json;
}

std::optional<PlanMap> read_plan_map(const Json& json) {
    ObjectReader reader(json);
    PlanMap map;
    map.file = reader.text("file");
    map.page = reader.count("page");
    map.imro_id = reader.optional_text("imro_id");
    map.name = reader.optional_text("name");
    map.status = reader.optional_text("status");
    map.date = reader.optional_text("date");
    map.placement = read_placement(reader.member("placement"), reader);
    const std::optional<Point> pixels = read_point(reader.member("pixels_a_point"));
    if (!pixels) reader.fail();
    else std::tie(map.pixels_a_point_x, map.pixels_a_point_y) = std::pair(pixels->x, pixels->y);
    map.control_points = reader.list<ControlPoint>("control_points", read_control_point);
    map.objects = reader.list<PlanObject>("objects", read_object);
    return reader.ok() ? std::optional(std::move(map)) : std::nullopt;
}

}  // namespace planlezer
