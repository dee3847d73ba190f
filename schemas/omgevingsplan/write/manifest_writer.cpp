#include "schemas/omgevingsplan/write/manifest_writer.hpp"

#include <algorithm>

#include "schemas/omgevingsplan/write/identity.hpp"
#include "schemas/omgevingsplan/write/xml_writer.hpp"

namespace planlezer::omgevingsplan {

std::string order_xml(const Package& package) {
    const Settings& settings = package.settings;
    XmlWriter xml;
    xml.block(settings.publicatie ? "publicatieOpdracht" : "validatieOpdracht", [&] {
        xml.attribute("xmlns", uri::transport);
        xml.leaf("idLevering", package.id);
        xml.leaf("idBevoegdGezag", settings.oin_bevoegd_gezag);
        xml.leaf("idAanleveraar", settings.oin_aanleveraar);
        xml.leaf("publicatie", decision_file);
        xml.leaf("datumBekendmaking", settings.bekend_op);
    });
    return xml.take();
}

std::string manifest_xml(std::vector<ManifestLine> files) {
    std::ranges::sort(files, {}, &ManifestLine::name);
    XmlWriter xml;
    xml.block("manifest", [&] {
        xml.attribute("xmlns", uri::transport);
        for (const ManifestLine& file : files) {
            xml.block("bestand", [&] {
                xml.leaf("bestandsnaam", file.name);
                xml.leaf("contentType", file.media_type);
            });
        }
    });
    return xml.take();
}

std::string ow_manifest_xml(const Package& package, const std::vector<OwManifestLine>& files) {
    const std::string version = version_names(package.settings.version).imow;
    XmlWriter xml;
    xml.block("Aanleveringen", [&] {
        xml.attribute("xmlns", "http://www.geostandaarden.nl/bestanden-ow/manifest-ow");
        if (!version.empty()) xml.attribute("schemaversie", version);
        xml.leaf("domein", "omgevingswet");
        xml.block("Aanlevering", [&] {
            xml.leaf("WorkIDRegeling", package.settings.regeling_work);
            if (version.empty()) {
                xml.leaf("DoelID", purpose(package));
            } else {
                xml.leaf("ExpressionIDRegeling", package.settings.regeling_wordt);
            }
            for (const OwManifestLine& file : files) {
                xml.block("Bestand", [&] {
                    xml.leaf("naam", file.name);
                    for (const std::string& type : file.object_types) xml.leaf("objecttype", type);
                });
            }
        });
    });
    return xml.take();
}

}  // namespace planlezer::omgevingsplan
