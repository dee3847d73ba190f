#include <map>

#include "schemas/omgevingsplan/validate/rules/besluit_rules.hpp"
#include "schemas/omgevingsplan/validate/rules/syntax.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr std::string_view adoption = "stap_002";
constexpr std::string_view signing = "stap_003";
constexpr std::string_view publication = "stap_004";

struct Step {
    Element element;
    std::string kind;  ///< "stap_002"
    std::string day;  ///< voltooidOp
};

std::vector<Step> steps(const Delivery& delivery) {
    std::vector<Step> found;
    for (const Element each : delivery.besluit_part("Procedureverloop").descendants("Procedurestap")) {
        const std::string kind = each.child_text("soortStap");
        found.push_back({each, kind.substr(kind.rfind('/') + 1), each.child_text("voltooidOp")});
    }
    return found;
}

void report_other_steps(const Delivery& delivery, const Report& report, std::string_view besluit) {
    for (const Step& step : steps(delivery)) {
        if (step.kind == adoption || step.kind == signing || step.kind == publication) continue;
        report.at(delivery.besluit, step.element, step.kind,
                  "Bij " + std::string(besluit) +
                      " horen alleen de stappen vaststelling (stap_002) en ondertekening (stap_003); schrap deze stap.");
    }
}

bool is_final(const Delivery& delivery) {
    return delivery.besluit_part("BesluitMetadata").child_text("soortProcedure").ends_with("proceduretype_definitief");
}

}  // namespace

void draft_has_no_time_stamps(const Delivery& delivery, const Report& report) {
    const Element stamps = delivery.besluit_part("ConsolidatieInformatie").child("Tijdstempels");
    if (delivery.draft && stamps)
        report.at(delivery.besluit, stamps, "Tijdstempels", "Een ontwerpbesluit treedt niet in werking; laat Tijdstempels weg.");
}

void publication_is_no_step(const Delivery& delivery, const Report& report) {
    for (const Step& step : steps(delivery)) {
        if (step.kind == publication)
            report.at(delivery.besluit, step.element, step.kind, "De stap publicatie wordt door de LVBB gezet; laat hem weg.");
    }
}

void final_steps_are_allowed(const Delivery& delivery, const Report& report) {
    if (is_final(delivery)) report_other_steps(delivery, report, "een definitief besluit");
}

void draft_steps_are_allowed(const Delivery& delivery, const Report& report) {
    if (delivery.draft) report_other_steps(delivery, report, "een ontwerpbesluit");
}

void final_besluit_is_signed(const Delivery& delivery, const Report& report) {
    const Element course = delivery.besluit_part("Procedureverloop");
    if (!is_final(delivery) || !course) return;
    for (const Step& step : steps(delivery)) {
        if (step.kind == signing) return;
    }
    report.at(delivery.besluit, course, "Procedureverloop",
              "Een definitief besluit heeft de stap ondertekening (stap_003); voeg die toe.");
}

void steps_are_taken_once(const Delivery& delivery, const Report& report) {
    std::map<std::string, int> seen;
    for (const Step& step : steps(delivery)) {
        if (++seen[step.kind] == 2)
            report.at(delivery.besluit, step.element, step.kind, "Deze stap staat er meer dan eens; noem hem eenmaal.");
    }
}

void steps_are_in_order(const Delivery& delivery, const Report& report) {
    std::string before;
    for (const Step& step : steps(delivery)) {
        // Days in this form compare as texts.
        if (step.day < before && is_year_or_date(step.day)) {
            report.at(delivery.besluit, step.element, step.kind,
                      "Deze stap is voltooid voor de stap die eraan voorafgaat; zet de stappen in volgorde.");
        }
        before = step.day;
    }
}

}  // namespace planlezer::omgevingsplan::validation
