#include "schemas/omgevingsplan/validate/rules/consolidation_rules.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace planlezer::omgevingsplan::validation {

namespace {

Element consolidation(const Delivery& delivery) { return delivery.besluit_part("ConsolidatieInformatie"); }

bool is_in_besluit(const Delivery& delivery, const std::string& e_id) {
    return std::ranges::any_of(delivery.text, [&](const TextNode& node) {
        return node.component == 0 && node.e_id == e_id && !node.element.ancestor("WijzigBijlage");
    });
}

/// "!main#cmp_I" is eId cmp_I of component main, "art_I" of the besluit itself.
bool is_reference_there(const Delivery& delivery, const std::string& place, const std::string& version) {
    const std::size_t mark = place.find('#');
    const bool inside = place.starts_with('!') && mark != std::string::npos;
    const std::string component = inside ? place.substr(1, mark - 1) : std::string{};
    const std::string e_id = inside ? place.substr(mark + 1) : place;
    return std::ranges::any_of(delivery.text, [&](const TextNode& node) {
        return node.element.name() == "ExtIoRef" && node.e_id == e_id && delivery.components[node.component].name == component &&
               node.element.attribute("ref") == version;
    });
}

/// Doelen with a date from which they hold.
std::set<std::string> doelen_in_force(const Delivery& delivery) {
    std::set<std::string> found;
    for (const Element stamp : consolidation(delivery).descendants("Tijdstempel")) {
        if (stamp.child_text("soortTijdstempel") == "juridischWerkendVanaf") found.insert(stamp.child_text("doel"));
    }
    return found;
}

void report_without_date(const Delivery& delivery, const Report& report, std::string_view kind, std::string_view what) {
    if (!delivery.besluit_part("BesluitMetadata").child_text("soortProcedure").ends_with("proceduretype_definitief")) return;
    const std::set<std::string> in_force = doelen_in_force(delivery);
    for (const Element intended : consolidation(delivery).descendants(kind)) {
        for (const Element doel : intended.descendants("doel")) {
            if (in_force.contains(doel.text())) continue;
            report.at(delivery.besluit, intended, intended.child_text("instrumentVersie"),
                      "Het doel van " + std::string(what) + " heeft geen datum juridischWerkendVanaf; voeg een Tijdstempel toe.");
        }
    }
}

void report_wrong_start(const Delivery& delivery, const Report& report, std::string_view kind, std::string_view start) {
    for (const Element intended : consolidation(delivery).descendants(kind)) {
        const Element version = intended.child("instrumentVersie");
        if (!version.text().starts_with(start))
            report.at(delivery.besluit, version, version.text(),
                      "De instrumentVersie begint met " + std::string(start) + "; verbeter haar.");
    }
}

}  // namespace

void besluit_has_one_doel(const Delivery& delivery, const Report& report) {
    std::set<std::string> seen;
    for (const Element doel : consolidation(delivery).descendants("doel")) {
        if (seen.insert(doel.text()).second && seen.size() > 1)
            report.at(delivery.besluit, doel, doel.text(),
                      "Een besluit heeft een doel, en dit is een ander; gebruik overal hetzelfde doel.");
    }
}

void instrument_has_one_version(const Delivery& delivery, const Report& report) {
    std::map<std::string, int> seen;
    for (const Element version : consolidation(delivery).descendants("instrumentVersie")) {
        const std::string text = version.text();
        const std::string work = text.substr(0, text.substr(0, text.find('@')).rfind('/'));
        if (++seen[work] > 1)
            report.at(delivery.besluit, version, text,
                      "Het besluit maakt meer dan een versie van dit instrument; laat er een over.");
    }
}

void doel_has_one_date(const Delivery& delivery, const Report& report) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const Element stamp : consolidation(delivery).descendants("Tijdstempel")) {
        const std::string doel = stamp.child_text("doel");
        if (!seen.emplace(doel, stamp.child_text("soortTijdstempel")).second)
            report.at(delivery.besluit, stamp, doel, "Dit doel heeft meer dan een datum; laat er een over.");
    }
}

void intended_regeling_is_an_act(const Delivery& delivery, const Report& report) {
    report_wrong_start(delivery, report, "BeoogdeRegeling", "/akn/nl/act/");
}

void intended_object_is_regdata(const Delivery& delivery, const Report& report) {
    report_wrong_start(delivery, report, "BeoogdInformatieobject", "/join/id/regdata/");
}

void regeling_has_its_place(const Delivery& delivery, const Report& report) {
    for (const Element intended : consolidation(delivery).descendants("BeoogdeRegeling")) {
        const Element place = intended.child("eId");
        if (place && !is_in_besluit(delivery, place.text()))
            report.at(delivery.besluit, place, place.text(),
                      "Deze eId van de BeoogdeRegeling staat niet in de tekst van het besluit; noem het WijzigArtikel.");
    }
}

void time_stamp_has_its_place(const Delivery& delivery, const Report& report) {
    for (const Element stamp : consolidation(delivery).descendants("Tijdstempel")) {
        const Element place = stamp.child("eId");
        if (place && !is_in_besluit(delivery, place.text()))
            report.at(
                delivery.besluit, place, place.text(),
                "Deze eId van de Tijdstempel staat niet in de tekst van het besluit; noem het artikel over inwerkingtreding.");
    }
}

void intended_object_is_its_reference(const Delivery& delivery, const Report& report) {
    for (const Element intended : consolidation(delivery).descendants("BeoogdInformatieobject")) {
        const Element place = intended.child("eId");
        const std::string version = intended.child_text("instrumentVersie");
        if (place && !is_reference_there(delivery, place.text(), version)) {
            report.at(delivery.besluit, place, place.text(),
                      "Op deze eId staat geen ExtIoRef naar " + version + "; neem de eId van die ExtIoRef over.");
        }
    }
}

void named_objects_are_intended(const Delivery& delivery, const Report& report) {
    std::set<std::string> intended;
    for (const Element each : consolidation(delivery).descendants("BeoogdInformatieobject"))
        intended.insert(each.child_text("instrumentVersie"));
    for (const Element reference : delivery.besluit_part("BesluitMetadata").descendants("informatieobjectRef")) {
        const std::string version = reference.text();
        if (version.starts_with("/join/id/regdata/") && !intended.contains(version)) {
            report.at(delivery.besluit, reference, version,
                      "Dit informatieobject heeft geen BeoogdInformatieobject in de ConsolidatieInformatie; voeg het toe.");
        }
    }
}

void regeling_comes_in_force(const Delivery& delivery, const Report& report) {
    report_without_date(delivery, report, "BeoogdeRegeling", "deze regelingversie");
}

void object_comes_in_force(const Delivery& delivery, const Report& report) {
    report_without_date(delivery, report, "BeoogdInformatieobject", "dit informatieobject");
}

}  // namespace planlezer::omgevingsplan::validation
