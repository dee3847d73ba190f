#include "schemas/omgevingsplan/write/besluit_writer.hpp"

#include "schemas/omgevingsplan/write/decision_writer.hpp"
#include "schemas/omgevingsplan/write/identity.hpp"
#include "schemas/omgevingsplan/write/xml_writer.hpp"

namespace planlezer::omgevingsplan {

namespace {

constexpr const char* spatial_planning = "/tooi/def/concept/c_9af4b880";  // onderwerp: ruimtelijke ordening
constexpr const char* environmental_law = "/tooi/def/concept/c_638d8062";  // rechtsgebied: omgevingsrecht
constexpr const char* procedure_definite = "/join/id/stop/proceduretype_definitief";
constexpr const char* step_adopted = "/join/id/stop/procedure/stap_002";
constexpr const char* step_signed = "/join/id/stop/procedure/stap_003";
constexpr const char* work_decision = "/join/id/stop/work_003";
constexpr const char* work_regeling = "/join/id/stop/work_019";
constexpr const char* kind_omgevingsplan = "/join/id/stop/regelingtype_003";

void write_identity(XmlWriter& xml, std::string_view work, std::string_view expression, const char* kind) {
    xml.block("ExpressionIdentificatie", [&] {
        xml.attribute("xmlns", uri::data);
        xml.leaf("FRBRWork", work);
        xml.leaf("FRBRExpression", expression);
        xml.leaf("soortWork", kind);
    });
}

void write_subjects(XmlWriter& xml) {
    xml.block("onderwerpen", [&] { xml.leaf("onderwerp", spatial_planning); });
    xml.block("rechtsgebieden", [&] { xml.leaf("rechtsgebied", environmental_law); });
}

void write_decision_metadata(XmlWriter& xml, const Package& package) {
    xml.block("BesluitMetadata", [&] {
        xml.attribute("xmlns", uri::data);
        xml.leaf("eindverantwoordelijke", municipality(package.settings));
        if (!package.gios.empty()) {
            xml.block("informatieobjectRefs", [&] {
                for (const InformationObject& gio : package.gios) xml.leaf("informatieobjectRef", gio.expression);
            });
        }
        xml.leaf("maker", municipality(package.settings));
        xml.leaf("officieleTitel", package.title);
        write_subjects(xml);
        xml.leaf("soortBestuursorgaan", package.settings.bestuursorgaan);
        xml.leaf("soortProcedure", procedure_definite);
    });
}

void write_procedure(XmlWriter& xml, const Settings& settings) {
    const auto step = [&](const char* kind, const std::string& date) {
        xml.block("Procedurestap", [&] {
            xml.leaf("soortStap", kind);
            xml.leaf("voltooidOp", date);
        });
    };
    xml.block("Procedureverloop", [&] {
        xml.attribute("xmlns", uri::data);
        xml.leaf("bekendOp", settings.bekend_op);
        xml.block("procedurestappen", [&] {
            step(step_adopted, settings.vastgesteld_op);
            step(step_signed, settings.ondertekend_op);
        });
    });
}

/// What is brought into being, and the place in the text that does so.
void write_intended(XmlWriter& xml, const char* name, const Package& package, const std::string& expression,
                    const std::string& e_id) {
    xml.block(name, [&] {
        xml.block("doelen", [&] { xml.leaf("doel", purpose(package)); });
        xml.leaf("instrumentVersie", expression);
        xml.leaf("eId", e_id);
    });
}

void write_consolidation(XmlWriter& xml, const Package& package) {
    const std::string in_component = "!" + std::string(component) + "#";
    xml.block("ConsolidatieInformatie", [&] {
        xml.attribute("xmlns", uri::data);
        xml.block("BeoogdeRegelgeving", [&] {
            write_intended(xml, "BeoogdeRegeling", package, package.settings.regeling_wordt, "art_I");
            for (std::size_t i = 0; i < package.gios.size(); ++i) {
                const InformationObject& gio = package.gios[i];
                const bool is_pons = package.pons && package.pons->gio == i;
                write_intended(xml, "BeoogdInformatieobject", package, gio.expression,
                               is_pons ? pons_reference : in_component + gio.ref_e_id);
            }
        });
        xml.block("Tijdstempels", [&] {
            xml.block("Tijdstempel", [&] {
                xml.leaf("doel", purpose(package));
                xml.leaf("soortTijdstempel", "juridischWerkendVanaf");
                xml.leaf("datum", package.settings.in_werking_op);
                xml.leaf("eId", "art_II");
            });
        });
    });
}

void write_regeling_metadata(XmlWriter& xml, const Settings& settings) {
    xml.block("RegelingMetadata", [&] {
        xml.attribute("xmlns", uri::data);
        xml.leaf("eindverantwoordelijke", municipality(settings));
        xml.leaf("maker", municipality(settings));
        xml.leaf("officieleTitel", "Omgevingsplan " + settings.gemeente_naam);
        write_subjects(xml);
        xml.leaf("soortBestuursorgaan", settings.bestuursorgaan);
        xml.leaf("soortRegeling", kind_omgevingsplan);
    });
}

void write_regeling_version(XmlWriter& xml, const Settings& settings) {
    xml.block("RegelingVersieInformatie", [&] {
        write_identity(xml, settings.regeling_work, settings.regeling_wordt, work_regeling);
        xml.block("RegelingVersieMetadata", [&] {
            xml.attribute("xmlns", uri::data);
            xml.leaf("versienummer", settings.versienummer);
        });
        if (settings.nieuwe_regeling) write_regeling_metadata(xml, settings);  // only of a new work: LVBB4040
    });
}

}  // namespace

std::string besluit_xml(const Package& package) {
    const std::string version = version_names(package.settings.version).bhkv;
    XmlWriter xml;
    // A stylesheet beside the folder of the package, so that a browser shows the decision as it would be published.
    xml.processing_instruction("xml-stylesheet", "type=\"text/css\" href=\"../besluit.css\"");
    xml.block("AanleveringBesluit", [&] {
        xml.attribute("xmlns", uri::delivery);
        xml.attribute("xmlns:xsi", uri::schema_instance);
        xml.attribute("schemaversie", version);
        xml.attribute("xsi:schemaLocation", std::string(uri::delivery) + " https://standaarden.overheid.nl/lvbb/" + version +
                                                "/lvbb-stop-aanlevering.xsd");
        xml.block("BesluitVersie", [&] {
            write_identity(xml, decision_work(package), decision_expression(package), work_decision);
            write_decision_metadata(xml, package);
            write_procedure(xml, package.settings);
            write_consolidation(xml, package);
            write_decision_text(xml, package);
        });
        write_regeling_version(xml, package.settings);
    });
    return xml.take();
}

}  // namespace planlezer::omgevingsplan
