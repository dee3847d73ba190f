#include "extractors/worker/dump_plan.hpp"

#include <cstdio>
#include <string>

#include "extractors/worker/dump_json.hpp"
#include "schemas/geometry/polygons.hpp"

namespace planlezer {

namespace {

using dump_json::number;
using dump_json::numbers;
using dump_json::quoted;

std::string value_json(const MapValue& value) {
    std::string json = R"({"kind":)" + quoted(value.kind);
    json.append(R"(,"comparator":")").append(comparator_text(value.comparator)).append("\"");
    json += R"(,"value":)" + (value.value ? quoted(value.value->text()) : std::string("null"));
    json.append(R"(,"unit":")").append(unit_text(value.unit)).append("\"");
    json += R"(,"text":)" + quoted(value.text) + R"(,"place":)" + numbers({value.place.x, value.place.y}) + "}";
    return json;
}

std::string object_json(const PlanObject& object) {
    std::string json = R"({"object":)" + quoted(std::string(plan_object_kind_text(object.kind)));
    for (const auto& [name, text] : {std::pair("id", &object.id), {"name", &object.name}, {"code", &object.code}, {"article", &object.article}}) {
        json += std::string(",\"") + name + "\":" + quoted(*text);
    }
    std::size_t holes = 0;
    for (const Polygon& polygon : object.area) holes += polygon.holes.size();
    json += R"(,"area":)" + number(area(object.area)) + R"(,"parts":)" + std::to_string(object.area.size()) + R"(,"holes":)" + std::to_string(holes);
    json += R"(,"values":[)";
    for (const MapValue& value : object.values) json += (json.back() == '[' ? "" : ",") + value_json(value);
    return json + "]}";
}

}  // namespace

void dump_plan(const PlanMap& plan) {
    std::printf("{\"imro_id\":%s,\"name\":%s,\"status\":%s,\"date\":%s,\"flags\":[", quoted(plan.imro_id).c_str(), quoted(plan.name).c_str(),
                quoted(plan.status).c_str(), quoted(plan.date).c_str());
    const char* comma = "";
    for (const Flag& flag : plan.flags) {
        std::printf("%s%s", comma, quoted(flag.message()).c_str());
        comma = ",";
    }
    std::printf("]}\n");
    for (const PlanObject& object : plan.objects) std::printf("%s\n", object_json(object).c_str());
}

}  // namespace planlezer
