#include "schemas/geojson/norms_geojson.hpp"

#include "schemas/json/json_layout.hpp"
#include "schemas/json/map_json.hpp"

namespace planlezer {

namespace {

Json feature(const PlanResult& result, std::size_t index) {
    const NormStatement& norm = result.norms[index];
    Json properties;
    properties["plan_id"] = result.plan_id;
    properties["norm_id"] = norm_id(index);
    properties["kind"] = norm.kind;
    properties["comparator"] = comparator_text(norm.comparator);
    properties["value"] = norm.value ? Json(norm.value->text()) : Json(nullptr);
    properties["unit"] = text_or_null(unit_text(norm.unit));
    properties["value_source"] = value_source_text(norm.value_source);
    properties["role"] = norm_role_text(norm.role);
    properties["bestemming"] = text_or_null(norm.bestemming);
    properties["subject"] = text_or_null(norm.subject);
    properties["condition"] = text_or_null(norm.condition);
    properties["article"] = norm.article;
    properties["location_kind"] = location_kind_text(norm.location);
    properties["confidence"] = rounded(norm.confidence, 3);
    properties["status"] = norm_status_text(norm.status);
    Json json;
    json["type"] = "Feature";
    json["id"] = result.plan_id + "/" + norm_id(index);
    json["geometry"] = geometry_json(norm.area);
    json["properties"] = std::move(properties);
    return json;
}

}  // namespace

std::string NormsGeoJson::begin() {
    return "{\n  \"type\": \"FeatureCollection\",\n  \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::28992\"}},\n"
           "  \"features\": [";
}

std::string NormsGeoJson::plan(const PlanResult& result) {
    std::string text;
    for (std::size_t i = 0; i < result.norms.size(); ++i) {
        text += any_ ? ",\n    " : "\n    ";
        any_ = true;
        text += laid_out_inside(feature(result, i), 2);
    }
    return text;
}

std::string NormsGeoJson::end() { return "\n  ]\n}\n"; }

}  // namespace planlezer
