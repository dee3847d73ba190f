#include "pipeline/evaluate/map_gold.hpp"

#include "pipeline/evaluate/gold.hpp"
#include "pipeline/evaluate/text_file.hpp"
#include "schemas/json/map_json.hpp"

namespace planlezer::evaluate {

namespace {

constexpr std::string_view format_name = "planlezer-map-gold/1";

/// Text of a member; `otherwise` when it is absent, null or no text.
std::string text_of(const Json& object, const char* name, std::string otherwise = "") {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::move(otherwise);
}

MapGoldValue read_value(const Json& json) {
    MapGoldValue gold;
    if (!json.is_object()) throw EvaluateError("geen object");
    gold.kind = text_of(json, "kind");
    if (gold.kind.empty()) throw EvaluateError("veld 'kind' ontbreekt");
    const std::string value = text_of(json, "value");
    const std::optional<Decimal> number = Decimal::parse(value);
    if (!number) throw EvaluateError("waarde '" + value + "' is geen getal met een punt");
    gold.value = *number;
    const std::string unit = text_of(json, "unit");
    const std::optional<Unit> known = unit_from_text(unit);
    if (!known) throw EvaluateError("onbekende eenheid '" + unit + "'");
    gold.unit = *known;
    gold.bestemming = text_of(json, "bestemming");
    std::optional<MultiPolygon> area = json.contains("geometry") ? read_geometry(json["geometry"]) : std::nullopt;
    if (!area || area->empty()) throw EvaluateError("veld 'geometry' is geen vlak in GeoJSON");
    gold.area = std::move(*area);
    return gold;
}

MapGold read_map_gold(const std::filesystem::path& path) {
    const std::optional<std::string> text = read_text_file(path);
    if (!text) throw EvaluateError("niet te lezen");
    const Json json = Json::parse(*text, nullptr, false);
    if (json.is_discarded() || !json.is_object()) throw EvaluateError("geen geldige JSON");
    if (text_of(json, "format") != format_name) throw EvaluateError("geen kaartgoud ('" + std::string(format_name) + "')");
    MapGold gold;
    gold.name = path.stem().string();
    gold.plan_id = text_of(json, "plan_id", text_of(json, "imro_id"));
    gold.sheet = text_of(json, "sheet");
    const Json style = json.value("style", Json::object());
    gold.hand = text_of(style, "hand", "onbekend");
    gold.form = text_of(style, "form", "onbekend");
    gold.placement = text_of(style, "placement", "onbekend");
    const auto values = json.find("values");
    if (values == json.end() || !values->is_array()) throw EvaluateError("veld 'values' is geen lijst");
    for (const Json& element : *values) {
        try {
            gold.values.push_back(read_value(element));
        } catch (const EvaluateError& fault) {
            throw EvaluateError("values " + std::to_string(gold.values.size() + 1) + ": " + fault.what());
        }
    }
    return gold;
}

}  // namespace

std::vector<MapGold> load_map_gold(const std::filesystem::path& folder) {
    const auto paths = json_files(folder);
    if (!paths) throw EvaluateError(folder.string() + ": deze map is niet te lezen");
    if (paths->empty()) throw EvaluateError(folder.string() + ": in deze map staat geen enkel goudbestand (*.json)");
    std::vector<MapGold> all;
    for (const std::filesystem::path& path : *paths) {
        try {
            all.push_back(read_map_gold(path));
        } catch (const EvaluateError& error) {
            throw EvaluateError(path.string() + ": " + error.what());
        }
    }
    return all;
}

}  // namespace planlezer::evaluate
