#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "schemas/omgevingsplan/validate/rules/ow_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr std::string_view host = "http://standaarden.omgevingswet.overheid.nl/";

std::string lower(std::string_view text) {
    std::string result;
    for (const char c : text) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

/// "juridischeregel" of a RegelVoorIedereen, else the name in small letters.
std::string type_of(std::string_view kind) {
    const bool rule = kind == "RegelVoorIedereen" || kind == "Instructieregel" || kind == "Omgevingswaarderegel";
    return rule ? "juridischeregel" : lower(kind);
}

/// "typenorm" of ".../typenorm/id/concept/MaximumBouwhoogte".
std::string_view list_of(std::string_view uri) {
    const std::size_t at = uri.starts_with(host) ? uri.find('/', host.size()) : std::string_view::npos;
    const bool form = at != std::string_view::npos && uri.substr(at).starts_with("/id/concept/") && uri.size() > at + 12 &&
                      is_plain(uri.substr(at + 12), "-_");
    return form ? uri.substr(host.size(), at - host.size()) : std::string_view{};
}

std::vector<const OwObject*> objects_of(const Delivery& delivery, std::string_view kind) {
    std::vector<const OwObject*> found;
    for (const OwObject& object : delivery.objects) {
        if (object.kind == kind && !object.ended) found.push_back(&object);
    }
    return found;
}

/// Geometries that are delivered.
std::set<std::string> geometry_ids(const Delivery& delivery) {
    std::set<std::string> found;
    for (const Gml& gml : delivery.gmls) {
        for (const Location& location : gml.locations) found.insert(location.id);
    }
    return found;
}

void report_missing_geometry(const Delivery& delivery, const Report& report, std::string_view kind) {
    if (!delivery.complete()) return;
    const std::set<std::string> geometries = geometry_ids(delivery);
    for (const OwReference& reference : delivery.references) {
        const OwObject& holder = delivery.objects[reference.from];
        if (reference.kind == "GeometrieRef" && holder.kind == kind && !holder.ended && !geometries.contains(reference.to)) {
            report.at(holder.file, reference.element, holder.id,
                      "De geometrie " + reference.to +
                          " staat in geen GIO van de aanlevering; lever haar mee of verbeter de verwijzing.");
        }
    }
}

}  // namespace

void check_is_of_list(const Delivery& delivery, const Report& report, std::string_view kind, std::string_view field,
                      std::string_view list) {
    for (const OwObject& object : delivery.objects) {
        if (object.kind != kind) continue;
        for (const Element value : object.element.children(field)) {
            if (list_of(value.text()) != list) {
                report.at(object.file, value, object.id,
                          "'" + value.text() + "' is geen waarde uit de waardelijst " + std::string(list) + "; kies er een (" +
                              std::string(host) + std::string(list) + "/id/concept/...).");
            }
        }
    }
}

void group_of_designation_fits_its_type(const Delivery& delivery, const Report& report) {
    for (const OwObject* object : objects_of(delivery, "Gebiedsaanwijzing")) {
        const std::string type = object->element.child_text("type");
        const Element group = object->element.child("groep");
        if (list_of(type) != "typegebiedsaanwijzing" || list_of(group.text()) == lower(type.substr(type.rfind('/') + 1)))
            continue;
        report.at(object->file, group, object->id,
                  "De groep '" + group.text() + "' hoort niet bij dit type gebiedsaanwijzing; kies een groep van dat type.");
    }
}

void ow_id_has_its_form(const Delivery& delivery, const Report& report) {
    for (const OwObject& object : delivery.objects) {
        if (object.kind == "SymbolisatieItem" || type_in_ow_id(object.id)) continue;
        report.at(object.file, object.element, object.id,
                  "De identificatie heeft niet de vorm nl.imow-gm0297.type.naam, met in de naam 1 tot 32 letters en cijfers.");
    }
}

void ow_id_fits_the_object(const Delivery& delivery, const Report& report) {
    for (const OwObject& object : delivery.objects) {
        const auto type = type_in_ow_id(object.id);
        if (type && *type != type_of(object.kind))
            report.at(
                object.file, object.element, object.id,
                "In de identificatie van dit object hoort '" + type_of(object.kind) + "', niet '" + std::string(*type) + "'.");
    }
}

void ow_id_is_unique(const Delivery& delivery, const Report& report) {
    std::set<std::string> seen;
    for (const OwObject& object : delivery.objects) {
        if (!object.id.empty() && !seen.insert(object.id).second)
            report.at(object.file, object.element, object.id,
                      "Deze identificatie staat al bij een ander object; geef elk object een eigen identificatie.");
    }
}

void object_types_are_announced(const Delivery& delivery, const Report& report) {
    std::map<const File*, std::set<std::string>> announced;
    for (const OwObject& object : delivery.objects) {
        auto [at, added] = announced.try_emplace(object.file);
        if (added) {
            for (const Element type : object.file->root.descendants("objectType")) at->second.insert(type.text());
        }
        if (object.inside == none && !at->second.contains(object.kind)) {
            report.at(object.file, object.element, object.id,
                      "Het objecttype " + object.kind + " staat niet in de lijst objectTypen van dit bestand; voeg het toe.");
            at->second.insert(object.kind);
        }
    }
}

void final_object_has_no_procedure(const Delivery& delivery, const Report& report) {
    for (const OwObject& object : delivery.objects) {
        const Element status = object.element.child("procedurestatus");
        if (status && !delivery.draft)
            report.at(object.file, status, object.id,
                      "Bij een vastgesteld besluit heeft een object geen procedurestatus; haal haar weg.");
    }
}

void draft_object_has_its_procedure(const Delivery& delivery, const Report& report) {
    if (!delivery.draft) return;
    for (const OwObject& object : delivery.objects) {
        if (object.inside == none && object.element.child_text("procedurestatus") != "ontwerp") {
            report.at(object.file, object.element, object.id,
                      "Bij een ontwerpbesluit heeft elk object de procedurestatus 'ontwerp'; voeg die toe.");
        }
    }
}

void new_object_is_not_ended(const Delivery& delivery, const Report& report) {
    if (!delivery.initial) return;
    for (const OwObject& object : delivery.objects) {
        if (object.ended)
            report.at(object.file, object.element, object.id,
                      "Een nieuw object kan niet al beëindigd zijn; haal de status of het object weg.");
    }
}

void status_is_ended_or_none(const Delivery& delivery, const Report& report) {
    for (const OwObject& object : delivery.objects) {
        const Element status = object.element.child("status");
        if (status && status.text() != "be\xC3\xABindigen")
            report.at(object.file, status, object.id,
                      "De status is 'be\xC3\xABindigen' of ontbreekt; '" + status.text() + "' kan niet.");
    }
}

void regelingsgebied_is_there(const Delivery& delivery, const Report& report) {
    if (delivery.initial && !delivery.broken && delivery.manifest_ow != nullptr &&
        objects_of(delivery, "Regelingsgebied").empty()) {
        report.about("manifest-ow.xml", "Bij een nieuwe regeling hoort een Regelingsgebied, en dat ontbreekt; voeg het toe.");
    }
}

void regelingsgebied_is_one(const Delivery& delivery, const Report& report) {
    const auto found = objects_of(delivery, "Regelingsgebied");
    for (std::size_t i = 1; i < found.size(); ++i)
        report.at(found[i]->file, found[i]->element, found[i]->id,
                  "Een regeling heeft precies een Regelingsgebied, en dit is er nog een; laat er een over.");
}

void geometry_of_gebied_is_there(const Delivery& delivery, const Report& report) {
    report_missing_geometry(delivery, report, "Gebied");
}
void geometry_of_lijn_is_there(const Delivery& delivery, const Report& report) {
    report_missing_geometry(delivery, report, "Lijn");
}
void geometry_of_punt_is_there(const Delivery& delivery, const Report& report) {
    report_missing_geometry(delivery, report, "Punt");
}

void geometry_has_a_location(const Delivery& delivery, const Report& report) {
    if (!delivery.complete()) return;
    for (const Gml& gml : delivery.gmls) {
        for (const Location& location : gml.locations) {
            if (delivery.references_to(location.id).empty())
                report.at(gml.file, location.element, location.id,
                          "Geen OW-locatie verwijst naar deze geometrie; voeg een Gebied toe of haal de geometrie weg.");
        }
    }
}

void geometry_has_one_location(const Delivery& delivery, const Report& report) {
    std::map<std::string, std::string> users;
    for (const OwReference& reference : delivery.references) {
        if (reference.kind != "GeometrieRef") continue;
        const OwObject& holder = delivery.objects[reference.from];
        const auto [at, added] = users.emplace(reference.to, holder.id);
        if (!added && at->second != holder.id)
            report.at(holder.file, reference.element, holder.id,
                      "Deze geometrie is al van " + at->second +
                          "; een geometrie hoort bij een locatie, gebruik die of lever haar nog eens onder een ander id.");
    }
}

void only_types_of_an_omgevingsplan(const Delivery& delivery, const Report& report) {
    constexpr auto allowed = std::to_array<std::string_view>({"Regelingsgebied",
                                                              "Ambtsgebied",
                                                              "Pons",
                                                              "Regeltekst",
                                                              "RegelVoorIedereen",
                                                              "Omgevingswaarderegel",
                                                              "Gebiedsaanwijzing",
                                                              "Omgevingsnorm",
                                                              "Omgevingswaarde",
                                                              "Normwaarde",
                                                              "Activiteit",
                                                              "ActiviteitLocatieaanduiding",
                                                              "Punt",
                                                              "Lijn",
                                                              "Gebied",
                                                              "Puntengroep",
                                                              "Lijnengroep",
                                                              "Gebiedengroep",
                                                              "Kaart",
                                                              "Kaartlaag",
                                                              "SymbolisatieItem"});
    bool plan = delivery.ours;
    for (const Element type :
         delivery.besluit == nullptr ? std::vector<Element>{} : delivery.besluit->root.descendants("soortRegeling"))
        plan = plan || type.text().ends_with("/regelingtype_003");
    for (const OwObject& object : delivery.objects) {
        if (plan && std::ranges::find(allowed, object.kind) == allowed.end())
            report.at(object.file, object.element, object.id,
                      "In een omgevingsplan komt geen " + object.kind + " voor; haal het object weg.");
    }
}

}  // namespace planlezer::omgevingsplan::validation
