#include "schemas/omgevingsplan/validate/rules/besluit_rules.hpp"

#include <algorithm>
#include <set>

#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr std::string_view omgevingsplan_type = "/join/id/stop/regelingtype_003";

std::vector<Element> regeling_versions(const Delivery& delivery) {
    return delivery.besluit == nullptr ? std::vector<Element>{} : delivery.besluit->root.children("RegelingVersieInformatie");
}

/// The regeling is an omgevingsplan: its own metadata say so, or it is a change by this program, which knows no other kind.
bool is_omgevingsplan(const Delivery& delivery) {
    for (const Element version : regeling_versions(delivery)) {
        const std::string type = version.child("RegelingMetadata").child_text("soortRegeling");
        if (!type.empty()) return type == omgevingsplan_type;
    }
    return delivery.ours;
}

/// Children of `list` with the same text.
void report_doubles(const Delivery& delivery, Element list, const Report& report, std::string_view what) {
    std::set<std::string> seen;
    for (const Element each : list.children()) {
        if (!seen.insert(each.text()).second)
            report.at(delivery.besluit, each, each.text(), std::string(what) + " staat er meer dan eens; noem het eenmaal.");
    }
}

void report_doubles_of_all(const Delivery& delivery, std::string_view list, const Report& report, std::string_view what) {
    if (delivery.besluit == nullptr) return;
    for (const Element each : delivery.besluit->root.descendants(list)) report_doubles(delivery, each, report, what);
}

}  // namespace

void besluit_is_a_besluit(const Delivery& delivery, const Report& report) {
    const Element work = delivery.besluit_part("ExpressionIdentificatie").child("soortWork");
    if (work && work.text() != "/join/id/stop/work_003")
        report.at(delivery.besluit, work, work.text(), "De soortWork van een besluit is /join/id/stop/work_003.");
}

void besluit_is_a_bill(const Delivery& delivery, const Report& report) {
    const Element work = delivery.besluit_part("ExpressionIdentificatie").child("FRBRWork");
    if (work && part_of_id(work.text(), 2) != "bill")
        report.at(delivery.besluit, work, work.text(), "De AKN van een besluit heeft als derde deel 'bill'.");
}

void regeling_is_an_act(const Delivery& delivery, const Report& report) {
    for (const Element version : regeling_versions(delivery)) {
        const Element work = version.child("ExpressionIdentificatie").child("FRBRWork");
        if (work && part_of_id(work.text(), 2) != "act")
            report.at(delivery.besluit, work, work.text(), "De AKN van een regeling heeft als derde deel 'act'.");
    }
}

void regeling_has_its_kind_of_work(const Delivery& delivery, const Report& report) {
    const bool temporary =
        std::ranges::any_of(delivery.components, [](const Component& c) { return c.element.name() == "RegelingTijdelijkdeel"; });
    const std::string_view expected = temporary ? "/join/id/stop/work_021" : "/join/id/stop/work_019";
    for (const Element version : regeling_versions(delivery)) {
        const Element work = version.child("ExpressionIdentificatie").child("soortWork");
        const bool named_temporary = static_cast<bool>(version.descendant("isTijdelijkDeelVan"));
        if (work && work.text() != expected && !named_temporary) {
            report.at(delivery.besluit, work, work.text(), "De soortWork van deze regeling is " + std::string(expected) + ".");
        }
    }
}

void new_regeling_has_metadata(const Delivery& delivery, const Report& report) {
    if (!delivery.initial) return;
    for (const Element version : regeling_versions(delivery)) {
        if (!version.child("RegelingMetadata")) {
            report.at(delivery.besluit, version, version.child("ExpressionIdentificatie").child_text("FRBRWork"),
                      "Bij een nieuwe regeling hoort RegelingMetadata; voeg die toe.");
        }
    }
}

void omgevingsplan_is_of_a_gemeente(const Delivery& delivery, const Report& report) {
    const Element owner = delivery.besluit_part("BesluitMetadata").child("eindverantwoordelijke");
    if (owner && is_omgevingsplan(delivery) && !owner.text().starts_with("/tooi/id/gemeente/gm")) {
        report.at(delivery.besluit, owner, owner.text(),
                  "Een omgevingsplan is van een gemeente: geef /tooi/id/gemeente/gm en vier cijfers.");
    }
}

void omgevingsplan_is_compact(const Delivery& delivery, const Report& report) {
    if (!is_omgevingsplan(delivery)) return;
    for (const Component& component : delivery.components) {
        const std::string_view name = component.element.name();
        const bool other = name == "RegelingKlassiek" || name == "RegelingVrijetekst" || name == "RegelingTijdelijkdeel";
        if (other)
            report.at(delivery.besluit, component.element, component.name,
                      "Een omgevingsplan is een RegelingCompact; gebruik dat tekstmodel.");
    }
}

void besluit_is_compact(const Delivery& delivery, const Report& report) {
    const Element version = delivery.besluit_part("BesluitVersie");
    if (version && is_omgevingsplan(delivery) && !version.child("BesluitCompact")) {
        report.at(delivery.besluit, version,
                  "Een omgevingsplan wordt vastgesteld met een BesluitCompact; gebruik dat tekstmodel.");
    }
}

void bestuursorgaan_is_named(const Delivery& delivery, const Report& report) {
    const Element metadata = delivery.besluit_part("BesluitMetadata");
    const std::string owner = metadata.child_text("eindverantwoordelijke");
    const bool local = owner.starts_with("/tooi/id/gemeente/") || owner.starts_with("/tooi/id/provincie/") ||
                       owner.starts_with("/tooi/id/waterschap/");
    if (local && metadata.child_text("soortBestuursorgaan").empty()) {
        report.at(delivery.besluit, metadata, "soortBestuursorgaan",
                  "Bij een gemeente, provincie of waterschap hoort soortBestuursorgaan; vul het in.");
    }
}

void version_number_is_plain(const Delivery& delivery, const Report& report) {
    for (const Element version : regeling_versions(delivery)) {
        const Element number = version.child("RegelingVersieMetadata").child("versienummer");
        if (number && !is_version_number(number.text())) {
            report.at(delivery.besluit, number, number.text(),
                      "Een versienummer heeft 1 tot 32 letters, cijfers of streepjes, zonder punt of laag streepje.");
        }
    }
}

void informatieobject_refs_are_unique(const Delivery& delivery, const Report& report) {
    report_doubles_of_all(delivery, "informatieobjectRefs", report, "Dit informatieobject");
}

void rechtsgebieden_are_unique(const Delivery& delivery, const Report& report) {
    report_doubles_of_all(delivery, "rechtsgebieden", report, "Dit rechtsgebied");
}

void onderwerpen_are_unique(const Delivery& delivery, const Report& report) {
    report_doubles_of_all(delivery, "onderwerpen", report, "Dit onderwerp");
}

void schema_versions_fit(const Delivery& delivery, const Report& report) {
    if (delivery.besluit == nullptr) return;
    const std::string of_besluit = delivery.besluit->root.attribute("schemaversie");
    const bool known = of_besluit == "1.2.0" || of_besluit.starts_with("1.3.0");
    const std::string_view stop = of_besluit == "1.2.0" ? "1.3." : "1.4.";
    for (const Gml& gml : delivery.gmls) {
        const std::string version = gml.file->root.attribute("schemaversie");
        if (!known || version.empty() || version.starts_with(stop)) continue;
        report.at(gml.file, gml.file->root, version,
                  "Dit bestand is van STOP " + version + ", het besluit is voor STOP " + std::string(stop) +
                      "x gemaakt; gebruik overal dezelfde versie.");
    }
    for (const Gio& gio : delivery.gios) {
        const std::string version = gio.file->root.attribute("schemaversie");
        if (version != of_besluit)
            report.at(gio.file, gio.file->root, version,
                      "De schemaversie is " + version + ", die van het besluit " + of_besluit + "; gebruik overal dezelfde.");
    }
}

}  // namespace planlezer::omgevingsplan::validation
