#include "schemas/json/object_reader.hpp"

namespace planlezer {

std::optional<Box> read_box(const Json& json) {
    if (!json.is_array() || json.size() != 4) return std::nullopt;
    for (const Json& side : json) {
        if (!side.is_number()) return std::nullopt;
    }
    return Box{json[0].get<double>(), json[1].get<double>(), json[2].get<double>(), json[3].get<double>()};
}

std::optional<Provenance> read_provenance(const Json& json) {
    ObjectReader reader(json);
    Provenance provenance;
    provenance.file = reader.text("file");
    provenance.page = reader.count("page");
    provenance.boxes = reader.list<Box>("boxes", read_box);
    provenance.quote = reader.text("quote");
    provenance.rule = reader.optional_text("rule");
    return reader.ok() ? std::optional(std::move(provenance)) : std::nullopt;
}

Provenance provenance_of(ObjectReader& reader) {
    std::optional<Provenance> provenance = read_provenance(reader.member("provenance"));
    if (!provenance) reader.fail();
    return provenance.value_or(Provenance{});
}

std::optional<Decimal> value_of(ObjectReader& reader) {
    if (reader.member("value").is_null()) return std::nullopt;
    std::optional<Decimal> value = Decimal::parse(reader.text("value"));
    if (!value) reader.fail();
    return value;
}

Unit unit_of(ObjectReader& reader) {
    const std::optional<Unit> unit = unit_from_text(reader.optional_text("unit"));
    if (!unit) reader.fail();
    return unit.value_or(Unit::none);
}

}  // namespace planlezer
