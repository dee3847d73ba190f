#include "schemas/omgevingsplan/validate/rules/gio_rules.hpp"

#include <set>

#include "schemas/omgevingsplan/validate/rules/syntax.hpp"
#include "schemas/omgevingsplan/zip/sha512.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

Element metadata_of(const Gio& gio) { return gio.file->root.child("InformatieObjectVersie").child("InformatieObjectMetadata"); }
Element version_metadata_of(const Gio& gio) {
    return gio.file->root.child("InformatieObjectVersie").child("InformatieObjectVersieMetadata");
}

std::set<std::string> named_objects(const Delivery& delivery) {
    std::set<std::string> found;
    for (const Element each : delivery.besluit_part("BesluitMetadata").descendants("informatieobjectRef"))
        found.insert(each.text());
    return found;
}

}  // namespace

void hash_is_right(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        for (const NamedFile& named : gio.files) {
            const auto at = delivery.bytes.find(named.name);
            if (at == delivery.bytes.end() || named.hash.empty() || named.hash == sha512_hex(at->second)) continue;
            report.at(gio.file, named.element, named.name,
                      "De hash is niet de SHA-512 van het bestand; bereken hem opnieuw nadat het bestand klaar is.");
        }
    }
}

void referred_objects_are_delivered(const Delivery& delivery, const Report& report) {
    std::set<std::string> delivered;
    for (const Gio& gio : delivery.gios) delivered.insert(gio.expression);
    for (const Element each : delivery.besluit_part("BesluitMetadata").descendants("informatieobjectRef")) {
        if (!delivered.contains(each.text()))
            report.at(delivery.besluit, each, each.text(),
                      "Dit informatieobject staat in informatieobjectRefs, maar is niet meegeleverd; lever het mee.");
    }
}

void delivered_objects_are_referred(const Delivery& delivery, const Report& report) {
    const std::set<std::string> named = named_objects(delivery);
    for (const Gio& gio : delivery.gios) {
        if (delivery.besluit != nullptr && !named.contains(gio.expression)) {
            report.at(gio.file, gio.file->root, gio.expression,
                      "Dit informatieobject staat niet in informatieobjectRefs van het besluit; noem het daar.");
        }
    }
}

void file_of_object_is_there(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        for (const NamedFile& named : gio.files) {
            if (delivery.file(named.name) == nullptr)
                report.at(gio.file, named.element, named.name,
                          "Dit bestand van het informatieobject is niet meegeleverd; lever het mee.");
        }
    }
}

void file_of_object_has_a_fit_type(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        for (const NamedFile& named : gio.files) {
            const File* file = delivery.file(named.name);
            const bool fit = named.name.ends_with(".gml") || named.name.ends_with(".pdf");
            const bool gml = file != nullptr && (file->kind == FileKind::gml || file->document.fault());
            if (file != nullptr && (!fit || (gio.is_geo() && !gml))) {
                report.at(gio.file, named.element, named.name,
                          "Het bestand van een informatieobject is een gml met een GIO, of een pdf; dit is iets anders.");
            }
        }
    }
}

void object_has_one_file(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        if (gio.files.size() != 1)
            report.at(gio.file, version_metadata_of(gio), gio.work,
                      "Een informatieobject heeft precies een bestand; noem er een in heeftBestanden.");
    }
}

void birth_regeling_is_in_besluit(const Delivery& delivery, const Report& report) {
    if (delivery.besluit == nullptr) return;
    std::set<std::string> works;
    for (const Element version : delivery.besluit->root.children("RegelingVersieInformatie"))
        works.insert(version.child("ExpressionIdentificatie").child_text("FRBRWork"));
    for (const Gio& gio : delivery.gios) {
        const Element birth = version_metadata_of(gio).child("heeftGeboorteregeling");
        if (birth && !works.contains(birth.text()))
            report.at(gio.file, birth, birth.text(),
                      "Deze geboorteregeling is geen regeling van het besluit; noem FRBRWork van de regeling.");
    }
}

void birth_regeling_is_named(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        const bool consolidated = gio.instruction == "TeConsolideren" || gio.work.starts_with("/join/id/regdata/");
        if (gio.is_geo() && consolidated && !version_metadata_of(gio).child("heeftGeboorteregeling")) {
            report.at(gio.file, version_metadata_of(gio), gio.work,
                      "Bij dit informatieobject ontbreekt heeftGeboorteregeling; noem FRBRWork van de regeling.");
        }
    }
}

void work_is_that_of_gml(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        if (gio.gml == none) continue;
        const Gml& gml = delivery.gmls[gio.gml];
        if (gml.work != gio.work)
            report.at(gio.file, gio.file->root, gio.work,
                      "FRBRWork is een ander dan in " + gml.file->name + " (" + gml.work + "); maak beide gelijk.");
    }
}

void expression_is_that_of_gml(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        if (gio.gml == none) continue;
        const Gml& gml = delivery.gmls[gio.gml];
        if (gml.expression != gio.expression)
            report.at(gio.file, gio.file->root, gio.expression,
                      "FRBRExpression is een andere dan in " + gml.file->name + " (" + gml.expression + "); maak beide gelijk.");
    }
}

void consolidated_object_is_referred_in_text(const Delivery& delivery, const Report& report) {
    std::set<std::string> referred;
    for (const TextNode& node : delivery.text) {
        if (node.element.name() == "ExtIoRef") referred.insert(node.element.attribute("ref"));
    }
    for (const Gio& gio : delivery.gios) {
        const bool consolidated = gio.instruction == "TeConsolideren" || gio.work.starts_with("/join/id/regdata/");
        if (delivery.besluit != nullptr && consolidated && !referred.contains(gio.expression)) {
            report.at(gio.file, gio.file->root, gio.expression,
                      "Geen ExtIoRef in de tekst noemt dit informatieobject; verwijs ernaar in de bijlage van de regeling of in "
                      "het besluit.");
        }
    }
}

void object_has_its_kind_of_work(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        const Element work = gio.file->root.child("InformatieObjectVersie").child("ExpressionIdentificatie").child("soortWork");
        if (work && work.text() != "/join/id/stop/work_010")
            report.at(gio.file, work, work.text(), "De soortWork van een informatieobject is /join/id/stop/work_010.");
    }
}

void official_title_is_the_work(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        const Element title = metadata_of(gio).child("officieleTitel");
        if (title && title.text() != gio.work)
            report.at(gio.file, title, title.text(),
                      "De officiële titel van een informatieobject is gelijk aan FRBRWork (" + gio.work + ").");
    }
}

void collection_fits_instruction(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        const Element instruction = metadata_of(gio).child("publicatieinstructie");
        const std::string_view collection = part_of_id(gio.work, 2);
        const std::string_view expected = gio.instruction == "TeConsolideren"        ? "regdata"
                                          : gio.instruction == "AlleenBekendTeMaken" ? "pubdata"
                                          : gio.instruction == "Informatief"         ? "infodata"
                                                                                     : "";
        if (instruction && !expected.empty() && collection != expected) {
            report.at(gio.file, instruction, gio.work,
                      "Bij publicatieinstructie " + gio.instruction + " hoort een identificatie met " + std::string(expected) +
                          "; verbeter een van beide.");
        }
    }
}

void objects_are_unique(const Delivery& delivery, const Report& report) {
    std::set<std::string> seen;
    for (const Gio& gio : delivery.gios) {
        if (!gio.expression.empty() && !seen.insert(gio.expression).second)
            report.at(gio.file, gio.file->root, gio.expression,
                      "Dit informatieobject wordt meer dan eens geleverd; geef elk een eigen identificatie.");
    }
}

void style_is_of_a_gio(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        const Element style = gio.file->root.child("InformatieObjectVersie").child("FeatureTypeStyle");
        if (style && !gio.format.empty() && !gio.is_geo())
            report.at(gio.file, style, gio.work, "Alleen een geo-informatieobject heeft een FeatureTypeStyle; laat haar weg.");
    }
}

void borging_names_an_object(const Delivery& delivery, const Report& report) {
    for (const Gio& gio : delivery.gios) {
        const Element borging = gio.file->root.child("InformatieObjectVersie").descendant("JuridischeBorgingVan");
        for (const Element each : borging.descendants("domeinObjectID")) {
            const std::string id = each.text();
            if (delivery.complete() && delivery.with_id(id).empty())
                report.at(gio.file, each, id,
                          "Dit OW-object bestaat niet in de aanlevering; noem het object dat dit informatieobject borgt.");
        }
    }
}

}  // namespace planlezer::omgevingsplan::validation
