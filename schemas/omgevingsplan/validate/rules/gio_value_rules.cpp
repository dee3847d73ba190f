#include "schemas/omgevingsplan/validate/rules/gio_value_rules.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "schemas/omgevingsplan/validate/namespaces.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

using Field = std::optional<std::string> Location::*;

bool some(const Gml& gml, Field field) {
    return std::ranges::any_of(gml.locations, [&](const Location& location) { return (location.*field).has_value(); });
}

bool has_values(const Gml& gml) { return some(gml, &Location::quantitative) || some(gml, &Location::qualitative); }

void report_gaps(const Delivery& delivery, const Report& report, Field field, const std::string& message) {
    for (const Gml& gml : delivery.gmls) {
        if (!some(gml, field)) continue;
        for (const Location& location : gml.locations) {
            if (!(location.*field)) report.at(gml.file, location.element, location.id, message);
        }
    }
}

std::vector<Element> groups_of(const Gml& gml) { return gml.version.child("groepen").children("Groep"); }

void report_double_groups(const Delivery& delivery, const Report& report, std::string_view field, const std::string& message) {
    for (const Gml& gml : delivery.gmls) {
        std::set<std::string> seen;
        for (const Element group : groups_of(gml)) {
            if (!seen.insert(group.child_text(field)).second) report.at(gml.file, group, group.child_text(field), message);
        }
    }
}

void report_fields(const Gml& gml, const Report& report, std::initializer_list<std::string_view> fields, bool wanted,
                   const std::string& message) {
    for (const std::string_view field : fields) {
        const Element found = gml.version.child(field);
        const bool there = found && !found.text().empty();
        if (there != wanted) report.at(gml.file, found ? found : gml.version, std::string(field), message);
    }
}

}  // namespace

void group_is_given_to_all(const Delivery& delivery, const Report& report) {
    report_gaps(delivery, report, &Location::group,
                "Andere locaties van dit GIO hebben een groepID, deze niet; geef hem alle of geen.");
}

void group_is_listed(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        std::set<std::string> listed;
        for (const Element group : groups_of(gml)) listed.insert(group.child_text("groepID"));
        for (const Location& location : gml.locations) {
            if (location.group && !listed.contains(*location.group))
                report.at(gml.file, location.element, *location.group,
                          "Deze groepID staat niet in de lijst groepen; voeg haar daar toe.");
        }
    }
}

void group_ids_are_unique(const Delivery& delivery, const Report& report) {
    report_double_groups(delivery, report, "groepID",
                         "Deze groepID staat tweemaal in de lijst groepen; geef elke groep een eigen.");
}

void group_labels_are_unique(const Delivery& delivery, const Report& report) {
    report_double_groups(delivery, report, "label", "Dit label staat tweemaal in de lijst groepen; geef elke groep een eigen.");
}

void group_is_used(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        for (const Element group : groups_of(gml)) {
            const std::string id = group.child_text("groepID");
            const bool used = std::ranges::any_of(gml.locations, [&](const Location& location) { return location.group == id; });
            if (!used) report.at(gml.file, group, id, "Geen locatie hoort bij deze groep; haal de groep weg.");
        }
    }
}

void quantitative_value_is_given_to_all(const Delivery& delivery, const Report& report) {
    report_gaps(delivery, report, &Location::quantitative,
                "Andere locaties van dit GIO hebben een kwantitatieveNormwaarde, deze niet; geef elke locatie haar waarde.");
}

void qualitative_value_is_given_to_all(const Delivery& delivery, const Report& report) {
    report_gaps(delivery, report, &Location::qualitative,
                "Andere locaties van dit GIO hebben een kwalitatieveNormwaarde, deze niet; geef elke locatie haar waarde.");
}

void location_has_one_kind_of_value(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        for (const Location& location : gml.locations) {
            if (location.quantitative && location.qualitative)
                report.at(gml.file, location.element, location.id,
                          "Deze locatie heeft een kwantitatieve en een kwalitatieve waarde; laat er een over.");
        }
    }
}

void quantitative_gio_has_a_unit(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        if (some(gml, &Location::quantitative))
            report_fields(gml, report, {"eenheidlabel", "eenheidID"}, true,
                          "Bij getallen hoort een eenheid: vul eenheidlabel en eenheidID in.");
    }
}

void qualitative_value_is_not_empty(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        for (const Location& location : gml.locations) {
            if (location.qualitative && location.qualitative->empty())
                report.at(gml.file, location.element, location.id, "De kwalitatieveNormwaarde is leeg; vul haar in.");
        }
    }
}

void gio_with_values_has_a_norm(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        if (has_values(gml))
            report_fields(gml, report, {"normlabel", "normID"}, true,
                          "Bij normwaarden hoort een norm: vul normlabel en normID in.");
    }
}

void location_has_group_or_value(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        for (const Location& location : gml.locations) {
            if (location.group && (location.quantitative || location.qualitative))
                report.at(gml.file, location.element, location.id,
                          "Deze locatie heeft een groepID en een normwaarde; laat er een over.");
        }
    }
}

void geometry_ids_are_unique(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        std::set<std::string> seen;
        for (const Location& location : gml.locations) {
            if (!location.id.empty() && !seen.insert(location.id).second)
                report.at(gml.file, location.element, location.id,
                          "Dit basisgeo:id staat tweemaal in dit GIO; geef elke geometrie een eigen id.");
        }
    }
}

void qualitative_gio_has_no_unit(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        if (some(gml, &Location::qualitative))
            report_fields(gml, report, {"eenheidlabel", "eenheidID"}, false,
                          "Bij kwalitatieve waarden hoort geen eenheid; haal haar weg.");
    }
}

void gio_without_values_has_no_norm(const Delivery& delivery, const Report& report) {
    for (const Gml& gml : delivery.gmls) {
        if (!has_values(gml))
            report_fields(
                gml, report, {"eenheidlabel", "eenheidID", "normlabel", "normID"}, false,
                "Zonder normwaarden bij de locaties hoort hier geen norm of eenheid; haal dit veld weg, of geef de waarden.");
    }
}

void gml_has_no_other_fields(const Delivery& delivery, const Report& report) {
    constexpr std::array<std::string_view, 8> forbidden{
        "metaDataProperty", "description", "descriptionReference", "identifier", "name",
        "boundedBy",        "location",    "PriorityLocation"};
    for (const Gml& gml : delivery.gmls) {
        walk(gml.file->root, [&](Element at) {
            const bool is_forbidden = at.space() == space::gml && std::ranges::find(forbidden, at.name()) != forbidden.end();
            if (is_forbidden)
                report.at(gml.file, at, std::string(at.name()),
                          "Het element gml:" + std::string(at.name()) + " mag niet in een GIO; haal het weg.");
        });
    }
}

}  // namespace planlezer::omgevingsplan::validation
