#include "schemas/omgevingsplan/write/ow_writer.hpp"

#include "schemas/omgevingsplan/write/xml_text.hpp"

namespace planlezer::omgevingsplan {

namespace {

constexpr const char* exact = "http://standaarden.omgevingswet.overheid.nl/idealisatie/id/concept/Exact";
constexpr const char* value_in_text = "waarde staat in regeltekst";

/// What refers to an object holds nothing but its id.
void write_reference(XmlWriter& xml, const char* element, std::string_view id) {
    xml.block(element, [&] { xml.attribute("xlink:href", id); });
}

void write_locations(XmlWriter& xml, const char* element, const std::vector<std::string>& ids) {
    xml.block(element, [&] {
        for (const std::string& id : ids) write_reference(xml, "l:LocatieRef", id);
    });
}

OwObjects rules(const Package& package) {
    OwObjects objects("owRegels");
    for (const Regeltekst& text : package.regelteksten) {
        objects.add("Regeltekst", "r:Regeltekst", [&](XmlWriter& xml) {
            xml.attribute("wId", text.w_id);
            xml.leaf("r:identificatie", text.id);
        });
    }
    for (const JuridischeRegel& rule : package.rules) {
        objects.add("RegelVoorIedereen", "r:RegelVoorIedereen", [&](XmlWriter& xml) {
            xml.leaf("r:identificatie", rule.id);
            xml.leaf("r:idealisatie", exact);
            xml.block("r:artikelOfLid", [&] { write_reference(xml, "r:RegeltekstRef", rule.regeltekst); });
            if (!rule.thema.empty()) xml.leaf("r:thema", rule.thema);
            write_locations(xml, "r:locatieaanduiding", rule.locations);
            if (!rule.gebiedsaanwijzing.empty()) {
                xml.block("r:gebiedsaanwijzing",
                          [&] { write_reference(xml, "ga:GebiedsaanwijzingRef", rule.gebiedsaanwijzing); });
            }
            if (!rule.omgevingsnorm.empty()) {
                xml.block("r:omgevingsnormaanduiding", [&] { write_reference(xml, "rol:OmgevingsnormRef", rule.omgevingsnorm); });
            }
        });
    }
    return objects;
}

void write_norm_value(XmlWriter& xml, const Normwaarde& value) {
    xml.block("rol:Normwaarde", [&] {
        xml.leaf("rol:identificatie", value.id);
        switch (value.kind) {
            case ValueKind::quantitative: xml.leaf("rol:kwantitatieveWaarde", value.value); break;
            case ValueKind::qualitative: xml.leaf("rol:kwalitatieveWaarde", value.value); break;
            case ValueKind::in_text:
            case ValueKind::none: xml.leaf("rol:waardeInRegeltekst", value_in_text); break;
        }
        write_locations(xml, "rol:locatieaanduiding", value.locations);
    });
}

OwObjects norms(const Package& package) {
    OwObjects objects("owNormen");
    for (const Omgevingsnorm& norm : package.norms) {
        objects.add("Omgevingsnorm", "rol:Omgevingsnorm", [&](XmlWriter& xml) {
            xml.leaf("rol:identificatie", norm.id);
            xml.leaf("rol:naam", norm.naam);
            xml.leaf("rol:type", norm.type);
            if (!norm.eenheid.empty()) xml.leaf("rol:eenheid", norm.eenheid);
            xml.block("rol:normwaarde", [&] {
                for (const Normwaarde& value : norm.values) write_norm_value(xml, value);
            });
            xml.leaf("rol:groep", norm.groep);
        });
    }
    return objects;
}

void write_place_name(XmlWriter& xml, const std::string& name) {
    if (!is_blank(name)) xml.leaf("l:noemer", name);
}

/// The area of the gemeente, as the base registration knows it: no geometry is delivered.
void write_ambtsgebied(XmlWriter& xml, const Package& package) {
    std::string code = package.settings.gemeente;
    for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    xml.leaf("l:identificatie", package.ambtsgebied);
    write_place_name(xml, package.settings.gemeente_naam);
    xml.block("l:bestuurlijkeGrenzenVerwijzing", [&] {
        xml.block("l:BestuurlijkeGrenzenVerwijzing", [&] {
            xml.leaf("l:bestuurlijkeGrenzenID", code);
            xml.leaf("l:domein", "NL.BI.BestuurlijkGebied");
            xml.leaf("l:geldigOp", package.settings.ambtsgebied_geldig_op);
        });
    });
}

OwObjects locations(const Package& package) {
    OwObjects objects("owLocaties");
    for (const Gebied& gebied : package.gebieden) {
        objects.add("Gebied", "l:Gebied", [&](XmlWriter& xml) {
            xml.leaf("l:identificatie", gebied.id);
            write_place_name(xml, gebied.noemer);
            xml.block("l:geometrie", [&] { write_reference(xml, "l:GeometrieRef", gebied.uuid); });
        });
    }
    for (const Gebiedengroep& group : package.groups) {
        objects.add("Gebiedengroep", "l:Gebiedengroep", [&](XmlWriter& xml) {
            xml.leaf("l:identificatie", group.id);
            write_place_name(xml, group.noemer);
            xml.block("l:groepselement", [&] {
                for (const std::string& id : group.gebieden) write_reference(xml, "l:GebiedRef", id);
            });
        });
    }
    if (!package.ambtsgebied.empty()) {
        objects.add("Ambtsgebied", "l:Ambtsgebied", [&](XmlWriter& xml) { write_ambtsgebied(xml, package); });
    }
    return objects;
}

OwObjects designations(const Package& package) {
    OwObjects objects("owGebiedsaanwijzingen");
    for (const Gebiedsaanwijzing& designation : package.designations) {
        objects.add("Gebiedsaanwijzing", "ga:Gebiedsaanwijzing", [&](XmlWriter& xml) {
            xml.leaf("ga:identificatie", designation.id);
            xml.leaf("ga:type", designation.type);
            xml.leaf("ga:naam", designation.naam);
            xml.leaf("ga:groep", designation.groep);
            write_locations(xml, "ga:locatieaanduiding", designation.locations);
        });
    }
    return objects;
}

OwObjects pons(const Package& package) {
    OwObjects objects("owPons");
    if (!package.pons) return objects;
    const InformationObject& gio = package.gios.at(package.pons->gio);
    objects.add("Pons", "p:Pons", [&](XmlWriter& xml) {
        xml.leaf("p:identificatie", package.pons->id);
        write_locations(xml, "p:locatieaanduiding", {package.gebieden.at(gio.locations.at(0).gebied).id});
    });
    return objects;
}

OwObjects regelingsgebied(const Package& package) {
    OwObjects objects("owRegelingsgebied");
    if (package.regelingsgebied.empty()) return objects;
    const std::string& place = package.ambtsgebied.empty() ? package.settings.ambtsgebied : package.ambtsgebied;
    objects.add("Regelingsgebied", "rg:Regelingsgebied", [&](XmlWriter& xml) {
        xml.leaf("rg:identificatie", package.regelingsgebied);
        write_locations(xml, "rg:locatieaanduiding", {place});
    });
    return objects;
}

}  // namespace

void write_ow_files(const Package& package, const std::function<void(OwFile&&)>& take) {
    for (const auto& make : {rules, norms, locations, designations, pons, regelingsgebied}) make(package).write(package, take);
}

}  // namespace planlezer::omgevingsplan
