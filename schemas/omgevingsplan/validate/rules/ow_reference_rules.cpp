#include <algorithm>
#include <array>
#include <set>

#include "schemas/omgevingsplan/validate/rules/ow_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

struct Known {
    std::string_view holder;
    std::string_view reference;
};

/// Those with a code of their own in the table.
constexpr auto with_own_code = std::to_array<Known>({
    {"RegelVoorIedereen", "RegeltekstRef"},
    {"Instructieregel", "RegeltekstRef"},
    {"Omgevingswaarderegel", "RegeltekstRef"},
    {"RegelVoorIedereen", "ActiviteitRef"},
    {"RegelVoorIedereen", "GebiedsaanwijzingRef"},
    {"Instructieregel", "GebiedsaanwijzingRef"},
    {"RegelVoorIedereen", "OmgevingsnormRef"},
    {"Instructieregel", "OmgevingsnormRef"},
    {"Omgevingswaarderegel", "OmgevingswaardeRef"},
    {"RegelVoorIedereen", "LocatieRef"},
    {"Instructieregel", "LocatieRef"},
    {"Omgevingswaarderegel", "LocatieRef"},
    {"Gebiedengroep", "GebiedRef"},
    {"Lijnengroep", "LijnRef"},
    {"Puntengroep", "PuntRef"},
    {"RegelVoorIedereen", "KaartRef"},
    {"Gebiedsaanwijzing", "LocatieRef"},
    {"Normwaarde", "LocatieRef"},
    {"ActiviteitLocatieaanduiding", "LocatieRef"},
    {"Regelingsgebied", "LocatieRef"},
    {"Pons", "LocatieRef"},
});

constexpr std::array<std::string_view, 3> rule_kinds{"RegelVoorIedereen", "Instructieregel", "Omgevingswaarderegel"};

bool is_rule(std::string_view kind) { return std::ranges::find(rule_kinds, kind) != rule_kinds.end(); }

/// "nl.imow-gm9920" of an identificatie.
std::string_view owner_of(std::string_view id) { return id.substr(0, id.find('.', id.find('.') + 1)); }

/// It cannot be meant to stand elsewhere: nothing may, and it is none of another owner, nor the Ambtsgebied or an activity that
/// the gemeente has had all along.
bool must_be_here(const Delivery& delivery, const std::string& from, const std::string& to) {
    if (!delivery.complete() || owner_of(from) != owner_of(to)) return false;
    const std::string_view type = type_in_ow_id(to).value_or("");
    return delivery.initial || (type != "ambtsgebied" && type != "activiteit");
}

/// Of the object itself or, for one inside another without an id, of that other.
std::string id_of(const Delivery& delivery, std::size_t object) {
    while (delivery.objects[object].id.empty() && delivery.objects[object].inside != none)
        object = delivery.objects[object].inside;
    return delivery.objects[object].id;
}

void check_reference(const Delivery& delivery, const Report& report, const OwReference& reference) {
    const OwObject& holder = delivery.objects[reference.from];
    const std::string from = id_of(delivery, reference.from);
    if (!delivery.with_id(reference.to).empty() || (!from.empty() && !must_be_here(delivery, from, reference.to))) return;
    if (from.empty() && !delivery.complete()) return;
    report.at(holder.file, reference.element, from,
              "Dit verwijst naar " + reference.to + ", en dat object is er niet; lever het mee of verbeter de verwijzing.");
}

}  // namespace

void check_refers_to_existing(const Delivery& delivery, const Report& report, std::string_view holder, std::string_view kind) {
    for (const OwReference& reference : delivery.references) {
        if (reference.kind == kind && delivery.objects[reference.from].kind == holder)
            check_reference(delivery, report, reference);
    }
}

void other_references_exist(const Delivery& delivery, const Report& report) {
    for (const OwReference& reference : delivery.references) {
        const std::string& holder = delivery.objects[reference.from].kind;
        if (holder == "Activiteit") continue;
        const bool own = std::ranges::any_of(
            with_own_code, [&](const Known& known) { return known.holder == holder && known.reference == reference.kind; });
        if (!own && reference.kind != "GeometrieRef") check_reference(delivery, report, reference);
    }
}

void related_activities_exist(const Delivery& delivery, const Report& report) {
    for (const OwReference& reference : delivery.references) {
        if (reference.element.parent().name() == "gerelateerdeActiviteit") check_reference(delivery, report, reference);
    }
}

void check_refers_once(const Delivery& delivery, const Report& report, std::string_view holder, std::string_view kind) {
    for (std::size_t i = 0; i < delivery.objects.size(); ++i) {
        if (delivery.objects[i].kind != holder) continue;
        std::set<std::string> seen;
        for (const std::size_t index : delivery.references_from(i)) {
            const OwReference& reference = delivery.references[index];
            if (reference.kind != kind || seen.insert(reference.to).second) continue;
            report.at(delivery.objects[i].file, reference.element, delivery.objects[i].id,
                      "Dit verwijst meer dan eens naar " + reference.to + "; noem het eenmaal.");
        }
    }
}

void check_is_referred_to(const Delivery& delivery, const Report& report, std::string_view object, std::string_view kind) {
    if (!delivery.complete()) return;
    for (const OwObject& each : delivery.objects) {
        if (each.kind != object || each.ended) continue;
        const bool used = std::ranges::any_of(delivery.references_to(each.id), [&](std::size_t index) {
            const OwReference& reference = delivery.references[index];
            // An activity above another is used by that one.
            const std::string& holder = delivery.objects[reference.from].kind;
            return reference.kind == kind &&
                   (is_rule(holder) || holder == "Tekstdeel" || (object == "Activiteit" && holder == "Activiteit"));
        });
        if (!used)
            report.at(each.file, each.element, each.id,
                      "Geen regel verwijst naar deze " + std::string(object) +
                          "; laat een regel ernaar verwijzen of haal het object weg.");
    }
}

void check_refers_to_type(const Delivery& delivery, const Report& report, std::string_view holder, std::string_view kind,
                          std::string_view type) {
    for (const OwReference& reference : delivery.references) {
        const OwObject& object = delivery.objects[reference.from];
        if (reference.kind != kind || object.kind != holder) continue;
        const auto found = type_in_ow_id(reference.to);
        const auto allowed = split(type, " ");
        if (found && std::ranges::find(allowed, *found) == allowed.end()) {
            report.at(object.file, reference.element, object.id,
                      "Hier wordt verwezen naar " + reference.to + ", en dat is geen " + std::string(allowed.front()) +
                          "; verbeter de verwijzing.");
        }
    }
}

void regeltekst_has_a_rule(const Delivery& delivery, const Report& report) {
    check_is_referred_to(delivery, report, "Regeltekst", "RegeltekstRef");
}

void location_is_used(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 7> kinds{"Gebied", "Gebiedengroep", "Lijn",       "Lijnengroep",
                                                    "Punt",   "Puntengroep",   "Ambtsgebied"};
    if (!delivery.complete()) return;
    for (const OwObject& object : delivery.objects) {
        if (std::ranges::find(kinds, object.kind) == kinds.end() || object.ended || !delivery.references_to(object.id).empty())
            continue;
        report.at(object.file, object.element, object.id,
                  "Niets verwijst naar deze locatie, zodat zij een wees is; gebruik haar of haal haar weg.");
    }
}

void object_refers_to_no_ended_object(const Delivery& delivery, const Report& report) {
    for (const OwReference& reference : delivery.references) {
        const OwObject& holder = delivery.objects[reference.from];
        for (const std::size_t target : delivery.with_id(reference.to)) {
            if (delivery.objects[target].ended && !holder.ended)
                report.at(holder.file, reference.element, holder.id,
                          "Dit verwijst naar " + reference.to + ", dat wordt beëindigd; haal de verwijzing weg.");
        }
    }
}

}  // namespace planlezer::omgevingsplan::validation
