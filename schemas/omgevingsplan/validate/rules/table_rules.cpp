#include "schemas/omgevingsplan/validate/rules/table_rules.hpp"

#include <algorithm>

#include "schemas/omgevingsplan/validate/rules/syntax.hpp"
#include "schemas/omgevingsplan/validate/rules/text_walk.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

/// A whole number from 0; -1 for what is none.
long count_of(const std::string& text) {
    return is_digits(text) && text.size() < 7 ? static_cast<long>(parse_number(text).value_or(-1)) : -1;
}

/// Place of that column in its tgroup, from 1; 0 when there is none.
long column_number(Element group, const std::string& name) {
    long place = 0;
    for (const Element column : group.children("colspec")) {
        ++place;
        if (column.attribute("colname") != name) continue;
        const long given = count_of(column.attribute("colnum"));
        return given > 0 ? given : place;
    }
    return 0;
}

/// Cells of the grid that one entry takes.
long cells_of(Element group, Element entry) {
    const long first = column_number(group, entry.attribute("namest"));
    const long last = column_number(group, entry.attribute("nameend"));
    const long columns = first > 0 && last > 0 ? std::max(0L, last - first + 1) : 1;
    return columns * (1 + std::max(0L, count_of(entry.attribute("morerows"))));
}

std::string table_of(Element element) { return element.ancestor("table").attribute("eId"); }

}  // namespace

void table_has_two_columns(const Delivery& delivery, const Report& report) {
    each_text(delivery, "tgroup", [&](Element group) {
        if (count_of(group.attribute("cols")) < 2)
            report.at(delivery.besluit, group, "Een tabel met een kolom wordt afgeraden; maak er een lijst of alinea's van.");
    });
}

void span_goes_forward(const Delivery& delivery, const Report& report) {
    each_text(delivery, "entry", [&](Element entry) {
        if (!entry.has_attribute("namest") || !entry.has_attribute("nameend")) return;
        const Element group = entry.ancestor("tgroup");
        if (column_number(group, entry.attribute("namest")) > column_number(group, entry.attribute("nameend"))) {
            report.at(delivery.besluit, entry, table_of(entry),
                      "Deze cel eindigt in een kolom voor die waarin zij begint; verwissel namest en nameend.");
        }
    });
}

void span_starts_in_its_column(const Delivery& delivery, const Report& report) {
    each_text(delivery, "entry", [&](Element entry) {
        if (entry.has_attribute("namest") && entry.has_attribute("colname") &&
            entry.attribute("namest") != entry.attribute("colname")) {
            report.at(delivery.besluit, entry, table_of(entry),
                      "Deze cel begint in een andere kolom dan colname zegt; maak namest en colname gelijk.");
        }
    });
}

void cell_names_a_column(const Delivery& delivery, const Report& report) {
    each_text(delivery, "entry", [&](Element entry) {
        if (entry.has_attribute("colname") && column_number(entry.ancestor("tgroup"), entry.attribute("colname")) == 0) {
            report.at(
                delivery.besluit, entry, table_of(entry),
                "Deze cel noemt een kolom die er niet is (" + entry.attribute("colname") + "); noem er een uit de colspecs.");
        }
    });
}

void columns_are_as_many_as_said(const Delivery& delivery, const Report& report) {
    each_text(delivery, "tgroup", [&](Element group) {
        const auto columns = static_cast<long>(group.children("colspec").size());
        if (count_of(group.attribute("cols")) != columns)
            report.at(delivery.besluit, group,
                      "De tabel heeft " + std::to_string(columns) + " colspecs, maar cols zegt " + group.attribute("cols") +
                          "; maak ze gelijk.");
    });
}

void cells_fill_the_table(const Delivery& delivery, const Report& report) {
    each_text(delivery, "tgroup", [&](Element group) {
        for (const Element part : group.children()) {
            if (part.name() != "thead" && part.name() != "tbody") continue;
            const long expected = static_cast<long>(part.children("row").size()) * count_of(group.attribute("cols"));
            long found = 0;
            for (const Element entry : part.descendants("entry")) {
                if (entry.attribute("wijzigactie") != "verwijder") found += cells_of(group, entry);
            }
            if (found != expected)
                report.at(delivery.besluit, part,
                          "Hier staan " + std::to_string(found) + " cellen, waar er " + std::to_string(expected) +
                              " passen; vul cellen aan of verbeter de overspanning.");
        }
    });
}

}  // namespace planlezer::omgevingsplan::validation
