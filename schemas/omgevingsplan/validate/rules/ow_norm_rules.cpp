#include "schemas/omgevingsplan/validate/rules/ow_norm_rules.hpp"

#include <set>

#include "schemas/omgevingsplan/validate/rules/norm_places.hpp"
#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

std::vector<Element> values_of(const OwObject& norm) { return norm.element.child("normwaarde").children("Normwaarde"); }

/// The value as the GIO has it, in the same kind; nullopt when it has none of that kind.
std::optional<std::string> value_in_gio(const Location& location, const std::string& kind) {
    return kind == "kwantitatieveWaarde" ? location.quantitative : location.qualitative;
}

bool has_value(const Location& location) { return location.quantitative || location.qualitative; }

/// What is wrong with one place of a norm; empty when nothing is.
std::string disagreement(const OwObject& norm, Element normwaarde, const NormPlace& place) {
    const std::string kind = value_kind(normwaarde);
    const std::string file = place.gml->file->name;
    if (kind.empty()) return {};  // told elsewhere
    if (kind == "waardeInRegeltekst") {
        return has_value(*place.location)
                   ? "De waarde staat volgens IMOW in de regeltekst, maar ook in " + file + "; laat haar daar weg."
                   : std::string{};
    }
    const std::string value = value_text(normwaarde);
    const auto told = value_in_gio(*place.location, kind);
    if (!told) return "De locatie heeft in " + file + " geen waarde van deze soort, in IMOW " + value + "; geef beide dezelfde.";
    if (!is_same_value(value, *told)) return "De waarde is in IMOW " + value + ", in " + file + " " + *told + "; maak ze gelijk.";
    const std::string type = place.gml->version.child_text("normID");
    if (!type.empty() && type != norm.element.child_text("type"))
        return "Het type van de norm is in IMOW " + norm.element.child_text("type") + ", in " + file + " " + type +
               "; maak ze gelijk.";
    const std::string unit = place.gml->version.child_text("eenheidID");
    if (unit != norm.element.child_text("eenheid") && kind == "kwantitatieveWaarde") {
        return "De eenheid is in IMOW '" + norm.element.child_text("eenheid") + "', in " + file + " '" + unit +
               "'; maak ze gelijk.";
    }
    return {};
}

}  // namespace

void normwaarde_has_one_value(const Delivery& delivery, const Report& report) {
    for (const OwObject& object : delivery.objects) {
        if (object.kind == "Normwaarde" && value_kind(object.element).empty()) {
            report.at(object.file, object.element, object.id,
                      "Een Normwaarde heeft een kwantitatieveWaarde, een kwalitatieveWaarde of waardeInRegeltekst: precies een "
                      "van de drie.");
        }
    }
}

void norm_has_one_kind_of_value(const Delivery& delivery, const Report& report) {
    const NormPlaces places(delivery);
    for (const std::size_t norm : places.norms()) {
        std::set<std::string> kinds;
        for (const Element value : values_of(delivery.objects[norm])) {
            if (!value_kind(value).empty()) kinds.insert(value_kind(value));
        }
        if (kinds.size() > 1)
            report.at(delivery.objects[norm].file, delivery.objects[norm].element, delivery.objects[norm].id,
                      "De waarden van een norm zijn alle van een soort; maak er twee normen van.");
    }
}

void unit_goes_with_numbers(const Delivery& delivery, const Report& report) {
    const NormPlaces places(delivery);
    for (const std::size_t index : places.norms()) {
        const OwObject& norm = delivery.objects[index];
        bool numbers = false;
        for (const Element value : values_of(norm)) numbers = numbers || value.child("kwantitatieveWaarde");
        const bool unit = static_cast<bool>(norm.element.child("eenheid"));
        if (numbers && !unit)
            report.at(norm.file, norm.element, norm.id, "Bij kwantitatieve waarden hoort een eenheid; voeg haar toe.");
        if (!numbers && unit)
            report.at(norm.file, norm.element, norm.id,
                      "Zonder kwantitatieve waarden heeft een norm geen eenheid; haal haar weg.");
    }
}

void gio_tells_the_same_value(const Delivery& delivery, const Report& report) {
    const NormPlaces places(delivery);
    for (const std::size_t norm : places.norms()) {
        for (const NormPlace& place : places.places(norm)) {
            if (place.location == nullptr) continue;
            const OwObject& value = delivery.objects[place.value];
            const std::string fault = disagreement(delivery.objects[norm], value.element, place);
            if (!fault.empty())
                report.at(value.file, value.element, value.id, fault + " (" + delivery.objects[place.gebied].id + ")");
        }
    }
}

void value_of_gio_is_a_norm(const Delivery& delivery, const Report& report) {
    if (!delivery.complete()) return;
    const NormPlaces places(delivery);
    std::set<const Location*> told;
    for (const std::size_t norm : places.norms()) {
        for (const NormPlace& place : places.places(norm)) told.insert(place.location);
    }
    for (const Gml& gml : delivery.gmls) {
        for (const Location& location : gml.locations) {
            if (has_value(location) && !told.contains(&location))
                report.at(
                    gml.file, location.element, location.id,
                    "Deze locatie heeft een normwaarde, maar geen Normwaarde in IMOW noemt haar; voeg haar aan de norm toe.");
        }
    }
}

}  // namespace planlezer::omgevingsplan::validation
