#include "schemas/omgevingsplan/validate/rules/delivery_rules.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

std::vector<Element> aanleveringen(const Delivery& delivery) {
    return delivery.manifest_ow == nullptr ? std::vector<Element>{} : delivery.manifest_ow->root.children("Aanlevering");
}

bool has_regeling(const Delivery& delivery, const std::string& work) {
    if (delivery.besluit == nullptr) return true;
    for (const Element information : delivery.besluit->root.children("RegelingVersieInformatie")) {
        if (information.child("ExpressionIdentificatie").child_text("FRBRWork") == work) return true;
    }
    return false;
}

/// One BeoogdeRegeling is of this work (its expression starts with it) and holds this doel or, else, is this expression.
bool has_pair(const Delivery& delivery, const std::string& work, const std::string& doel, const std::string& expression) {
    for (const Element intended : delivery.besluit_part("ConsolidatieInformatie").descendants("BeoogdeRegeling")) {
        const std::string version = intended.child_text("instrumentVersie");
        if (!version.starts_with(work + "/")) continue;
        if (!expression.empty() && version == expression) return true;
        for (const Element each : intended.descendants("doel")) {
            if (!doel.empty() && each.text() == doel) return true;
        }
    }
    return false;
}

}  // namespace

void manifest_ow_names_the_regeling(const Delivery& delivery, const Report& report) {
    for (const Element each : aanleveringen(delivery)) {
        const std::string work = each.child_text("WorkIDRegeling");
        if (has_regeling(delivery, work)) continue;
        report.at(delivery.manifest_ow, each.child("WorkIDRegeling"), work,
                  "Het besluit bevat geen regeling met dit WorkIDRegeling; neem FRBRWork van de regeling over.");
    }
}

void manifest_ow_pairs_doel_and_regeling(const Delivery& delivery, const Report& report) {
    for (const Element each : aanleveringen(delivery)) {
        const std::string work = each.child_text("WorkIDRegeling");
        const std::string doel = each.child_text("DoelID");
        const std::string expression = each.child_text("ExpressionIDRegeling");
        if ((doel.empty() && expression.empty()) || !has_regeling(delivery, work) || delivery.besluit == nullptr) continue;
        if (has_pair(delivery, work, doel, expression)) continue;
        const std::string named = doel.empty() ? expression : doel;
        report.at(delivery.manifest_ow, each, named,
                  "Het besluit kent deze regeling niet met " + std::string(doel.empty() ? "deze versie" : "dit doel") +
                      "; neem de BeoogdeRegeling van het besluit over.");
    }
}

void manifest_ow_names_doel_or_expression(const Delivery& delivery, const Report& report) {
    for (const Element each : aanleveringen(delivery)) {
        const bool doel = !each.child_text("DoelID").empty();
        const bool expression = !each.child_text("ExpressionIDRegeling").empty();
        if (doel && expression)
            report.at(delivery.manifest_ow, each, each.child_text("DoelID"),
                      "Een Aanlevering heeft een DoelID of een ExpressionIDRegeling, niet beide; schrap er een.");
    }
}

}  // namespace planlezer::omgevingsplan::validation
