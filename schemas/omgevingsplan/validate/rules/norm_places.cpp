#include "schemas/omgevingsplan/validate/rules/norm_places.hpp"

#include <array>

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr std::array<std::string_view, 3> kinds{"kwalitatieveWaarde", "kwantitatieveWaarde", "waardeInRegeltekst"};

}  // namespace

std::string value_kind(Element normwaarde) {
    std::string found;
    for (const std::string_view kind : kinds) {
        if (!normwaarde.child(kind)) continue;
        if (!found.empty()) return {};
        found = kind;
    }
    return found;
}

std::string value_text(Element normwaarde) { return normwaarde.child_text(value_kind(normwaarde)); }

NormPlaces::NormPlaces(const Delivery& delivery) : delivery_(delivery) {
    for (std::size_t i = 0; i < delivery.objects.size(); ++i) {
        const OwObject& object = delivery.objects[i];
        if (object.kind == "Omgevingsnorm" || object.kind == "Omgevingswaarde") norms_.push_back(i);
        if (object.kind == "Normwaarde" && object.inside != none) values_[object.inside].push_back(i);
    }
    for (const Gml& gml : delivery.gmls) {
        for (const Location& location : gml.locations) geometries_.emplace(location.id, Place{&gml, &location});
    }
}

std::vector<std::size_t> NormPlaces::gebieden(const std::string& location) const {
    std::vector<std::size_t> found;
    for (const std::size_t index : delivery_.with_id(location)) {
        const OwObject& object = delivery_.objects[index];
        if (object.kind == "Gebied") found.push_back(index);
        if (object.kind != "Gebiedengroep") continue;
        for (const std::size_t member : delivery_.references_from(index)) {
            for (const std::size_t gebied : delivery_.with_id(delivery_.references[member].to)) {
                if (delivery_.objects[gebied].kind == "Gebied") found.push_back(gebied);
            }
        }
    }
    return found;
}

std::vector<NormPlace> NormPlaces::places(std::size_t norm) const {
    std::vector<NormPlace> found;
    const auto values = values_.find(norm);
    if (values == values_.end()) return found;
    for (const std::size_t value : values->second) {
        for (const std::size_t reference : delivery_.references_from(value)) {
            for (const std::size_t gebied : gebieden(delivery_.references[reference].to)) {
                const std::string id = delivery_.objects[gebied].element.descendant("GeometrieRef").attribute("href");
                const auto place = geometries_.find(id);
                const bool known = place != geometries_.end();
                found.push_back({value, gebied, known ? place->second.gml : nullptr, known ? place->second.location : nullptr});
            }
        }
    }
    return found;
}

}  // namespace planlezer::omgevingsplan::validation
