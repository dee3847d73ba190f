#include "schemas/omgevingsplan/validate/rules/text_rules.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "schemas/omgevingsplan/validate/rules/text_walk.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr auto structures = std::to_array<std::string_view>(
    {"Afdeling", "Bijlage", "Boek", "Deel", "Divisie", "Hoofdstuk", "Paragraaf", "Subparagraaf", "Subsubparagraaf", "Titel"});

bool is_in_mutation(Element element) { return element.ancestor("RegelingMutatie") || element.ancestor("BesluitMutatie"); }

bool has_only_heading(Element element) {
    return std::ranges::all_of(element.children(), [](Element child) { return child.name() == "Kop"; });
}

}  // namespace

void unmarked_list_has_no_numbers(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Lijst", [&](Element list) {
        const auto items = list.children("Li");
        const bool numbered = std::ranges::any_of(items, [](Element item) { return static_cast<bool>(item.child("LiNummer")); });
        if (list.attribute("type") == "ongemarkeerd" && numbered)
            report.at(delivery.besluit, list,
                      "Een ongemarkeerde lijst heeft geen LiNummer; haal de nummers weg of maak de lijst expliciet.");
    });
}

void marked_list_has_numbers(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Lijst", [&](Element list) {
        const auto items = list.children("Li");
        const bool numbered = std::ranges::all_of(items, [](Element item) { return static_cast<bool>(item.child("LiNummer")); });
        if (list.attribute("type") == "expliciet" && !numbered)
            report.at(delivery.besluit, list,
                      "Een expliciete lijst heeft bij elk onderdeel een LiNummer; vul ze aan of maak de lijst ongemarkeerd.");
    });
}

void paragraph_has_content(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Al", [&](Element al) {
        if (al.text().empty() && !al.child("InlineTekstAfbeelding") && !al.child("Nootref"))
            report.at(delivery.besluit, al, "Deze alinea is leeg; haal haar weg of vul haar.");
    });
}

void heading_has_content(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Kop", [&](Element kop) {
        if (kop.text().empty()) report.at(delivery.besluit, kop, "Deze kop is leeg; haal hem weg of vul hem.");
    });
}

void note_reference_is_in_a_table(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Nootref", [&](Element reference) {
        if (!reference.ancestor("table"))
            report.at(delivery.besluit, reference, "Een Nootref staat alleen in een tabel; zet hier de noot zelf.");
    });
}

void note_reference_has_its_note(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Nootref", [&](Element reference) {
        const Element table = reference.ancestor("table");
        const auto notes = table.descendants("Noot");
        const bool found =
            std::ranges::any_of(notes, [&](Element note) { return note.attribute("id") == reference.attribute("refid"); });
        if (table && !found)
            report.at(delivery.besluit, reference, reference.attribute("refid"),
                      "Deze noot staat niet in dezelfde tabel; zet haar daarin.");
    });
}

void list_holds_no_table(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Li", [&](Element item) {
        if (item.child("table") && !item.ancestor("Instructie"))
            report.at(delivery.besluit, item, "Een tabel in een lijst wordt afgeraden; zet haar zo mogelijk achter de lijst.");
    });
}

void object_reference_says_its_target(const Delivery& delivery, const Report& report) {
    each_text(delivery, "ExtIoRef", [&](Element reference) {
        if (reference.text() != reference.attribute("ref"))
            report.at(delivery.besluit, reference,
                      "De tekst van deze ExtIoRef is niet gelijk aan ref; neem de identificatie letterlijk over.");
    });
}

void object_reference_has_no_blanks(const Delivery& delivery, const Report& report) {
    each_text(delivery, "ExtIoRef", [&](Element reference) {
        const std::string text = reference.raw_text();
        if (text.find_first_of(" \t\r\n") != std::string::npos && reference.text() == reference.attribute("ref")) {
            report.at(delivery.besluit, reference, "Om de tekst van deze ExtIoRef staan spaties of regeleinden; haal ze weg.");
        }
    });
}

void compact_regeling_has_no_wijzigartikel(const Delivery& delivery, const Report& report) {
    each_text(delivery, "WijzigArtikel", [&](Element artikel) {
        if (artikel.ancestor("RegelingCompact"))
            report.at(delivery.besluit, artikel, "In een RegelingCompact staat geen WijzigArtikel; maak er een Artikel van.");
    });
}

void marks_of_change_are_in_a_mutation(const Delivery& delivery, const Report& report) {
    for (const std::string_view name : {"NieuweTekst", "VerwijderdeTekst"}) {
        each_text(delivery, name, [&](Element mark) {
            if (!is_in_mutation(mark))
                report.at(delivery.besluit, mark,
                          std::string(name) + " staat alleen in een RegelingMutatie; haal de markering weg.");
        });
    }
}

void changes_of_structure_are_in_a_mutation(const Delivery& delivery, const Report& report) {
    walk_text(delivery, [&](Element at) {
        if (at.has_attribute("wijzigactie") && !is_in_mutation(at))
            report.at(delivery.besluit, at, "Het attribuut wijzigactie staat alleen in een RegelingMutatie; haal het weg.");
    });
}

void external_reference_has_its_form(const Delivery& delivery, const Report& report) {
    each_text(delivery, "ExtRef", [&](Element reference) {
        const std::string kind = reference.attribute("soort");
        const std::string start = kind == "AKN"    ? "/akn/"
                                  : kind == "JCI"  ? "jci1"
                                  : kind == "URL"  ? "http"
                                  : kind == "JOIN" ? "/join/"
                                                   : "";
        if (!reference.attribute("ref").starts_with(start))
            report.at(delivery.besluit, reference, reference.attribute("ref"),
                      "Een ExtRef van soort " + kind + " begint met " + start + "; verbeter de verwijzing of de soort.");
    });
}

void reserved_stands_alone(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Gereserveerd", [&](Element reserved) {
        if (!reserved.ancestor("Vervang") && !reserved.ancestor("Artikel") && reserved.next()) {
            report.at(delivery.besluit, reserved, "Na Gereserveerd staat nog iets; haal een van beide weg.");
        }
    });
}

void structure_has_more_than_a_heading(const Delivery& delivery, const Report& report) {
    for (const std::string_view name : structures) {
        each_text(delivery, name, [&](Element element) {
            if (has_only_heading(element) && element.parent().name() != "Figuur")
                report.at(delivery.besluit, element,
                          std::string(name) + " heeft alleen een kop; vul aan, of zet er Gereserveerd in.");
        });
    }
}

void divisietekst_has_more_than_a_heading(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Divisietekst", [&](Element element) {
        if (has_only_heading(element))
            report.at(delivery.besluit, element, "Divisietekst heeft alleen een kop; vul aan, of zet er Gereserveerd in.");
    });
}

void what_lapsed_has_lapsed_wholly(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Vervallen", [&](Element lapsed) {
        const std::string_view parent = lapsed.parent().name();
        if (lapsed.ancestor("Vervang") || parent == "Artikel" || parent == "Divisietekst") return;
        for (Element at = lapsed.next(); at; at = at.next()) {
            if (!at.child("Vervallen"))
                report.at(delivery.besluit, at,
                          "Het deel hierboven is vervallen, maar dit onderdeel niet; laat het ook vervallen.");
        }
    });
}

void notes_are_unique(const Delivery& delivery, const Report& report) {
    for (const Component& component : delivery.components) {
        if (component.name.empty()) continue;
        std::set<std::string> seen;
        for (const Element note : component.element.descendants("Noot")) {
            if (!note.ancestor("Verwijder") && !seen.insert(note.attribute("id")).second)
                report.at(delivery.besluit, note, note.attribute("id"),
                          "Deze noot heeft een id dat al is gebruikt; geef elke noot een eigen id.");
        }
    }
}

void artikel_has_one_kind_of_content(const Delivery& delivery, const Report& report) {
    each_text(delivery, "Artikel", [&](Element artikel) {
        if (artikel.ancestor("Vervang")) return;
        int kinds = 0;
        for (const std::string_view name : {"Lid", "Inhoud", "Vervallen", "Gereserveerd"}) kinds += artikel.child(name) ? 1 : 0;
        if (kinds > 1)
            report.at(delivery.besluit, artikel,
                      "Een artikel heeft leden of inhoud, of het is vervallen of gereserveerd; niet meer dan een daarvan.");
    });
}

}  // namespace planlezer::omgevingsplan::validation
