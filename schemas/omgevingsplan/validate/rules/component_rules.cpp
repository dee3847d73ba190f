#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "schemas/omgevingsplan/validate/rules/besluit_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

/// Regelingen and mutaties in the WijzigBijlagen, named or not.
std::vector<Element> wijzig_contents(const Delivery& delivery) {
    constexpr std::array<std::string_view, 5> names{"RegelingCompact", "RegelingKlassiek", "RegelingVrijetekst",
                                                    "RegelingTijdelijkdeel", "RegelingMutatie"};
    std::vector<Element> found;
    for (const Element bijlage : delivery.besluit_part("BesluitVersie").descendants("WijzigBijlage")) {
        for (const Element each : bijlage.children()) {
            if (std::ranges::find(names, each.name()) != names.end()) found.push_back(each);
        }
    }
    return found;
}

std::vector<Element> mutations(const Delivery& delivery) {
    std::vector<Element> found = wijzig_contents(delivery);
    std::erase_if(found, [](Element e) { return e.name() != "RegelingMutatie"; });
    return found;
}

std::vector<Element> new_regelingen(const Delivery& delivery) {
    std::vector<Element> found = wijzig_contents(delivery);
    std::erase_if(found, [](Element e) { return e.name() == "RegelingMutatie"; });
    return found;
}

std::string_view work_of(std::string_view expression) {
    const std::size_t at = expression.find('@');
    return at == std::string_view::npos ? expression : expression.substr(0, expression.substr(0, at).rfind('/'));
}

using Places = std::map<std::string, Element>;

Places wordt_versions(const Delivery& delivery) {
    Places found;
    for (const Element each : wijzig_contents(delivery)) {
        if (each.has_attribute("wordt")) found.emplace(each.attribute("wordt"), each);
    }
    return found;
}

/// Both ways: what is in one and not in the other.
void report_difference(const Delivery& delivery, const Report& report, const Places& wordt, const Places& other,
                       const std::string& where) {
    for (const auto& [version, element] : wordt) {
        if (!other.contains(version))
            report.at(delivery.besluit, element, version, "Deze wordt-versie staat niet in " + where + "; maak beide gelijk.");
    }
    for (const auto& [version, element] : other) {
        if (!wordt.contains(version))
            report.at(delivery.besluit, element, version,
                      "Deze versie uit " + where + " is geen wordt-versie van een regeling of mutatie; maak beide gelijk.");
    }
}

}  // namespace

void component_has_a_name(const Delivery& delivery, const Report& report) {
    for (const Element each : new_regelingen(delivery)) {
        if (each.attribute("componentnaam").empty())
            report.at(delivery.besluit, each, "De nieuwe regeling heeft geen componentnaam; geef er een.");
    }
}

void new_regeling_has_wordt(const Delivery& delivery, const Report& report) {
    for (const Element each : new_regelingen(delivery)) {
        if (each.attribute("wordt").empty())
            report.at(delivery.besluit, each,
                      "De nieuwe regeling heeft geen attribuut wordt; geef de identificatie van de versie.");
    }
}

void component_names_are_unique(const Delivery& delivery, const Report& report) {
    std::set<std::string> seen;
    for (const Component& component : delivery.components) {
        if (!component.name.empty() && !seen.insert(component.name).second) {
            report.at(delivery.besluit, component.element, component.name,
                      "Deze componentnaam komt in het besluit vaker voor; geef elke regeling een eigen naam.");
        }
    }
}

void was_and_wordt_are_one_work(const Delivery& delivery, const Report& report) {
    for (const Element each : mutations(delivery)) {
        const std::string was = each.attribute("was");
        const std::string wordt = each.attribute("wordt");
        if (!was.empty() && !wordt.empty() && work_of(was) != work_of(wordt))
            report.at(delivery.besluit, each, was,
                      "De versies was en wordt zijn niet van dezelfde regeling; verbeter een van beide.");
    }
}

void wordt_is_unique(const Delivery& delivery, const Report& report) {
    std::set<std::string> seen;
    for (const Element each : wijzig_contents(delivery)) {
        const std::string wordt = each.attribute("wordt");
        if (!wordt.empty() && !seen.insert(wordt).second)
            report.at(delivery.besluit, each, wordt, "Deze wordt-versie ontstaat tweemaal; voeg de mutaties samen.");
    }
}

void was_can_exist(const Delivery& delivery, const Report& report) {
    for (const Element each : mutations(delivery)) {
        const std::string was = each.attribute("was");
        if (was.empty()) continue;
        const bool version = was.starts_with("/akn/nl/act/") && was.find('@') != std::string::npos;
        if (!version)
            report.at(delivery.besluit, each, was,
                      "De was-versie is geen versie van een regeling (/akn/nl/act/.../nld@...); neem de geldende versie over.");
        if (version && was == each.attribute("wordt"))
            report.at(delivery.besluit, each, was,
                      "De was-versie is gelijk aan de wordt-versie; een wijziging maakt een nieuwe versie.");
    }
}

void mutation_has_was(const Delivery& delivery, const Report& report) {
    for (const Element each : mutations(delivery)) {
        if (each.attribute("was").empty())
            report.at(delivery.besluit, each, "De RegelingMutatie zegt niet welke versie zij wijzigt; vul was in.");
    }
}

void mutation_has_wordt(const Delivery& delivery, const Report& report) {
    for (const Element each : mutations(delivery)) {
        if (each.attribute("wordt").empty())
            report.at(delivery.besluit, each, "De RegelingMutatie zegt niet welke versie ontstaat; vul wordt in.");
    }
}

void wordt_is_intended(const Delivery& delivery, const Report& report) {
    Places intended;
    for (const Element each : delivery.besluit_part("ConsolidatieInformatie").descendants("BeoogdeRegeling"))
        intended.emplace(each.child_text("instrumentVersie"), each);
    if (delivery.besluit != nullptr)
        report_difference(delivery, report, wordt_versions(delivery), intended, "de BeoogdeRegelingen");
}

void wordt_has_its_version(const Delivery& delivery, const Report& report) {
    if (delivery.besluit == nullptr) return;
    Places versions;
    for (const Element each : delivery.besluit->root.children("RegelingVersieInformatie")) {
        const Element expression = each.child("ExpressionIdentificatie").child("FRBRExpression");
        versions.emplace(expression.text(), expression);
    }
    report_difference(delivery, report, wordt_versions(delivery), versions, "RegelingVersieInformatie");
}

void replaced_is_named(const Delivery& delivery, const Report& report) {
    for (const Element mutation : mutations(delivery)) {
        for (const Element change : mutation.children()) {
            if (change.name() != "Vervang" && change.name() != "Verwijder") continue;
            const auto parts = change.children();
            const auto part = std::ranges::find_if(parts, [](Element e) { return e.has_attribute("wId"); });
            if (part != parts.end() && part->attribute("wId") != change.attribute("wat")) {
                report.at(delivery.besluit, change, change.attribute("wat"),
                          "Het attribuut wat is niet de wId van het element dat wordt vervangen of verwijderd; maak ze gelijk.");
            }
        }
    }
}

void replacement_is_marked(const Delivery& delivery, const Report& report) {
    for (const Element mutation : mutations(delivery)) {
        for (const Element change : mutation.children()) {
            if (change.name() != "Vervang" && change.name() != "VervangKop") continue;
            bool marked = change.has_attribute("context") || change.attribute("revisie") == "1";
            walk(change, [&](Element at) {
                marked =
                    marked || at.name() == "NieuweTekst" || at.name() == "VerwijderdeTekst" || at.has_attribute("wijzigactie");
            });
            if (!marked)
                report.at(delivery.besluit, change, change.attribute("wat"),
                          "De vervanging laat niet zien wat er wijzigt; markeer nieuwe en verwijderde tekst.");
        }
    }
}

void context_is_not_removed(const Delivery& delivery, const Report& report) {
    for (const Element mutation : mutations(delivery)) {
        std::set<std::string> removed;
        for (const Element change : mutation.children("Verwijder")) removed.insert(change.attribute("wat"));
        for (const Element change : mutation.children()) {
            const std::string context = change.attribute("context");
            if (!context.empty() && removed.contains(context))
                report.at(delivery.besluit, change, context,
                          "De context wordt in dezelfde mutatie verwijderd; kies een element dat blijft.");
        }
    }
}

void wijzigartikel_and_bijlage_match(const Delivery& delivery, const Report& report) {
    const Element version = delivery.besluit_part("BesluitVersie");
    std::set<std::string> bijlagen;
    std::set<std::string> referred;
    for (const Element bijlage : version.descendants("WijzigBijlage")) bijlagen.insert(bijlage.attribute("eId"));
    for (const Element artikel : version.descendants("WijzigArtikel")) {
        bool found = false;
        for (const Element reference : artikel.descendants("IntRef")) {
            referred.insert(reference.attribute("ref"));
            found = found || bijlagen.contains(reference.attribute("ref"));
        }
        if (!found)
            report.at(delivery.besluit, artikel,
                      "Het WijzigArtikel verwijst niet naar een WijzigBijlage; voeg een IntRef met haar eId toe.");
    }
    for (const Element bijlage : version.descendants("WijzigBijlage")) {
        if (!referred.contains(bijlage.attribute("eId")))
            report.at(delivery.besluit, bijlage, "Geen WijzigArtikel verwijst naar deze WijzigBijlage; voeg een IntRef toe.");
    }
}

}  // namespace planlezer::omgevingsplan::validation
