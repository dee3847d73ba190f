#include "schemas/omgevingsplan/validate/rules/pons_rules.hpp"

#include <algorithm>

#include "schemas/omgevingsplan/validate/rules/norm_places.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

std::vector<std::size_t> ponsen(const Delivery& delivery) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < delivery.objects.size(); ++i) {
        if (delivery.objects[i].kind == "Pons" && !delivery.objects[i].ended) found.push_back(i);
    }
    return found;
}

/// The locations a Pons names, and the Gebieden in them.
std::vector<std::string> places_of(const Delivery& delivery, std::size_t pons) {
    std::vector<std::string> found;
    const NormPlaces places(delivery);
    for (const std::size_t reference : delivery.references_from(pons)) {
        const std::string& location = delivery.references[reference].to;
        found.push_back(location);
        for (const std::size_t gebied : places.gebieden(location)) found.push_back(delivery.objects[gebied].id);
    }
    std::ranges::sort(found);
    const auto same = std::ranges::unique(found);
    found.erase(same.begin(), same.end());
    return found;
}

/// The gml files that hold the geometry of a Pons.
std::vector<const Gml*> gmls_of(const Delivery& delivery, std::size_t pons) {
    std::vector<const Gml*> found;
    for (const std::string& place : places_of(delivery, pons)) {
        for (const std::size_t object : delivery.with_id(place)) {
            const std::string geometry = delivery.objects[object].element.descendant("GeometrieRef").attribute("href");
            for (const Gml& gml : delivery.gmls) {
                const bool holds =
                    std::ranges::any_of(gml.locations, [&](const Location& location) { return location.id == geometry; });
                if (holds && std::ranges::find(found, &gml) == found.end()) found.push_back(&gml);
            }
        }
    }
    return found;
}

}  // namespace

void pons_is_one(const Delivery& delivery, const Report& report) {
    const auto found = ponsen(delivery);
    for (std::size_t i = 1; i < found.size(); ++i) {
        const OwObject& pons = delivery.objects[found[i]];
        report.at(pons.file, pons.element, pons.id,
                  "Een regeling heeft hoogstens een Pons, en dit is er nog een; voeg de gebieden samen in een Pons.");
    }
}

void pons_is_in_no_temporary_part(const Delivery& delivery, const Report& report) {
    const bool temporary =
        std::ranges::any_of(delivery.components, [](const Component& c) { return c.element.name() == "RegelingTijdelijkdeel"; });
    for (const std::size_t index : ponsen(delivery)) {
        const OwObject& pons = delivery.objects[index];
        if (temporary) report.at(pons.file, pons.element, pons.id, "Een tijdelijk regelingdeel heeft geen Pons; haal hem weg.");
    }
}

void pons_has_one_location(const Delivery& delivery, const Report& report) {
    for (const std::size_t index : ponsen(delivery)) {
        const OwObject& pons = delivery.objects[index];
        if (delivery.references_from(index).size() != 1)
            report.at(pons.file, pons.element, pons.id, "Een Pons verwijst naar precies een locatie.");
    }
}

void place_of_pons_has_no_rule(const Delivery& delivery, const Report& report) {
    for (const std::size_t index : ponsen(delivery)) {
        for (const std::string& place : places_of(delivery, index)) {
            for (const std::size_t at : delivery.references_to(place)) {
                const OwReference& reference = delivery.references[at];
                const OwObject& holder = delivery.objects[reference.from];
                if (reference.kind == "LocatieRef" && holder.kind != "Pons")
                    report.at(holder.file, reference.element, holder.id,
                              "Dit verwijst naar de locatie van de Pons (" + place + "); een regel heeft een eigen locatie.");
            }
        }
    }
}

void object_of_pons_has_no_norm(const Delivery& delivery, const Report& report) {
    for (const std::size_t index : ponsen(delivery)) {
        for (const Gml* gml : gmls_of(delivery, index)) {
            const bool values = std::ranges::any_of(
                gml->locations, [](const Location& location) { return location.quantitative || location.qualitative; });
            if (values || gml->version.child("normID"))
                report.at(gml->file, gml->version, gml->expression,
                          "Het GIO van een Pons heeft geen norm of waarden; haal ze weg.");
        }
    }
}

void object_of_pons_is_named_in_besluit(const Delivery& delivery, const Report& report) {
    for (const std::size_t index : ponsen(delivery)) {
        for (const Gml* gml : gmls_of(delivery, index)) {
            for (const TextNode& node : delivery.text) {
                if (node.component != 0 && node.element.name() == "ExtIoRef" &&
                    node.element.attribute("ref") == gml->expression) {
                    report.at(delivery.besluit, node.element,
                              "Het GIO van de Pons hoort niet in de regeling, maar in het artikel van het besluit dat de oude "
                              "plannen laat vervallen; verplaats deze ExtIoRef.");
                }
            }
        }
    }
}

}  // namespace planlezer::omgevingsplan::validation
