#include <algorithm>
#include <map>
#include <set>

#include "schemas/omgevingsplan/validate/rules/ow_norm_rules.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr std::string_view wanted = "Een Regeltekst hoort bij een Artikel of Lid van de regeling";

/// In the regeling, not in the besluit around it.
std::vector<Element> elements_of(const Delivery& delivery, const std::string& w_id) {
    std::vector<Element> found;
    for (const std::size_t index : delivery.with_w_id(w_id)) {
        if (delivery.text[index].component != 0) found.push_back(delivery.text[index].element);
    }
    return found;
}

template <typename Visit>
void each_regeltekst(const Delivery& delivery, const Visit& visit) {
    for (const OwObject& object : delivery.objects) {
        if (object.kind == "Regeltekst" && !object.ended) visit(object, object.element.attribute("wId"));
    }
}

bool is_artikel_or_lid(Element element) { return element.name() == "Artikel" || element.name() == "Lid"; }

/// A part of the regeling that is no rule.
bool is_outside_the_body(Element element) {
    for (const std::string_view name :
         {"Bijlage", "Toelichting", "AlgemeneToelichting", "ArtikelgewijzeToelichting", "Motivering"}) {
        if (element.name() == name || element.ancestor(name)) return true;
    }
    return false;
}

/// What each rule on a Regeltekst says, by the id of the Regeltekst.
template <typename Say>
void report_differences(const Delivery& delivery, const Report& report, const Say& say, const std::string& message) {
    std::map<std::string, std::string> said;
    for (const OwReference& reference : delivery.references) {
        const OwObject& rule = delivery.objects[reference.from];
        // A Regeltekst may name a related one.
        if (reference.kind != "RegeltekstRef" || rule.kind == "Regeltekst") continue;
        const auto [at, added] = said.emplace(reference.to, say(rule));
        if (!added && at->second != say(rule)) report.at(rule.file, rule.element, rule.id, message + " (" + reference.to + ")");
    }
}

}  // namespace

void regeltekst_is_an_artikel_or_lid(const Delivery& delivery, const Report& report) {
    each_regeltekst(delivery, [&](const OwObject& object, const std::string& w_id) {
        const auto found = elements_of(delivery, w_id);
        if (found.empty() && delivery.complete())
            report.at(object.file, object.element, object.id,
                      "De wId " + w_id + " staat niet in de regeling. " + std::string(wanted) + "; neem daarvan de wId over.");
        for (const Element element : found) {
            if (!is_artikel_or_lid(element) && !is_outside_the_body(element)) {
                report.at(object.file, object.element, object.id,
                          "De wId " + w_id + " is van een " + std::string(element.name()) + ". " + std::string(wanted) +
                              "; neem daarvan de wId over.");
            }
        }
    });
}

void regeltekst_has_content(const Delivery& delivery, const Report& report) {
    each_regeltekst(delivery, [&](const OwObject& object, const std::string& w_id) {
        for (const Element element : elements_of(delivery, w_id)) {
            if (is_artikel_or_lid(element) && !element.child("Inhoud") && !element.child("Lid")) {
                report.at(object.file, object.element, object.id,
                          "Het artikel of lid " + w_id +
                              " heeft geen Inhoud, zodat er geen Regeltekst bij kan; haal de Regeltekst weg.");
            }
        }
    });
}

void text_has_one_regeltekst(const Delivery& delivery, const Report& report) {
    std::set<std::string> seen;
    each_regeltekst(delivery, [&](const OwObject& object, const std::string& w_id) {
        if (!seen.insert(w_id).second)
            report.at(object.file, object.element, object.id,
                      "Bij " + w_id + " hoort al een andere Regeltekst; laat er een over.");
    });
}

void regeltekst_is_on_the_leden(const Delivery& delivery, const Report& report) {
    each_regeltekst(delivery, [&](const OwObject& object, const std::string& w_id) {
        for (const Element element : elements_of(delivery, w_id)) {
            if (element.name() == "Artikel" && element.child("Lid"))
                report.at(object.file, object.element, object.id,
                          "Artikel " + w_id + " heeft leden; leg de Regeltekst bij het lid.");
        }
    });
}

void regeltekst_is_in_the_body(const Delivery& delivery, const Report& report) {
    each_regeltekst(delivery, [&](const OwObject& object, const std::string& w_id) {
        for (const Element element : elements_of(delivery, w_id)) {
            if (is_outside_the_body(element))
                report.at(object.file, object.element, object.id,
                          "De wId " + w_id +
                              " staat in een bijlage of toelichting; OW-objecten horen alleen bij het lichaam van de regeling.");
        }
    });
}

void rules_on_a_text_are_of_one_type(const Delivery& delivery, const Report& report) {
    report_differences(
        delivery, report, [](const OwObject& rule) { return rule.kind; },
        "De regels bij een Regeltekst zijn alle van een soort; deze is van een andere dan de vorige.");
}

void rules_on_a_text_are_idealised_alike(const Delivery& delivery, const Report& report) {
    report_differences(
        delivery, report, [](const OwObject& rule) { return rule.element.child_text("idealisatie"); },
        "De regels bij een Regeltekst hebben alle dezelfde idealisatie; deze heeft een andere dan de vorige.");
}

}  // namespace planlezer::omgevingsplan::validation
