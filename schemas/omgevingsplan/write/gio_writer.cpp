#include "schemas/omgevingsplan/write/gio_writer.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

#include "schemas/omgevingsplan/write/identity.hpp"
#include "schemas/omgevingsplan/write/style_writer.hpp"
#include "schemas/omgevingsplan/write/xml_text.hpp"
#include "schemas/omgevingsplan/write/xml_writer.hpp"
#include "schemas/omgevingsplan/zip/sha512.hpp"

namespace planlezer::omgevingsplan {

namespace {

void append_metres(std::string& text, double metres) {
    std::array<char, 32> digits{};  // 20 digits before the point are more than the earth has
    const auto [end, fault] = std::to_chars(digits.data(), digits.data() + digits.size(), metres, std::chars_format::fixed, 3);
    if (fault != std::errc{}) throw std::runtime_error("coördinaat buiten bereik");
    text.append(digits.data(), end);
}

/// "x y x y ...", closed.
std::string position_list(const Ring& ring) {
    std::string text;
    text.reserve((ring.size() + 1) * 22);
    const auto append = [&](const Point& point) {
        if (!text.empty()) text += ' ';
        append_metres(text, point.x);
        text += ' ';
        append_metres(text, point.y);
    };
    for (const Point& point : ring) append(point);
    if (!ring.empty()) append(ring.front());
    return text;
}

void write_ring(XmlWriter& xml, const char* name, const Ring& ring) {
    xml.block(name, [&] { xml.block("gml:LinearRing", [&] { xml.leaf("gml:posList", position_list(ring)); }); });
}

void write_geometry(XmlWriter& xml, const Gebied& gebied) {
    const std::string gml_id = "id-" + gebied.uuid;
    xml.block("basisgeo:Geometrie", [&] {
        xml.attribute("gml:id", gml_id);
        xml.leaf("basisgeo:id", gebied.uuid);
        xml.block("basisgeo:geometrie", [&] {
            xml.block("gml:MultiSurface", [&] {
                xml.attribute("srsName", "urn:ogc:def:crs:EPSG::28992");
                xml.attribute("srsDimension", "2");
                xml.attribute("gml:id", gml_id + "-0");
                for (const Polygon& polygon : gebied.shape) {
                    xml.block("gml:surfaceMember", [&] {
                        xml.block("gml:Polygon", [&] {
                            write_ring(xml, "gml:exterior", polygon.outer);
                            for (const Ring& hole : polygon.holes) write_ring(xml, "gml:interior", hole);
                        });
                    });
                }
            });
        });
    });
}

void write_location(XmlWriter& xml, const Gebied& gebied, ValueKind values, const std::string& value) {
    xml.block("geo:Locatie", [&] {
        if (!is_blank(gebied.noemer)) xml.leaf("geo:naam", gebied.noemer);
        xml.block("geo:geometrie", [&] { write_geometry(xml, gebied); });
        if (values == ValueKind::quantitative) xml.leaf("geo:kwantitatieveNormwaarde", value);
        if (values == ValueKind::qualitative) xml.leaf("geo:kwalitatieveNormwaarde", value);
    });
}

/// Only of a norm with values: a value that stands in the article's text makes no norm of the object (STOP3016), and words
/// have no unit (STOP3015).
void write_norm_fields(XmlWriter& xml, const InformationObject& gio) {
    if (gio.values == ValueKind::quantitative) {
        xml.leaf("geo:eenheidlabel", gio.unit_label);
        xml.leaf("geo:eenheidID", gio.unit);
    }
    if (gio.values == ValueKind::quantitative || gio.values == ValueKind::qualitative) {
        xml.leaf("geo:normlabel", gio.norm_label);
        xml.leaf("geo:normID", gio.norm_type);
    }
}

void write_context(XmlWriter& xml, const Settings& settings) {
    xml.block("geo:context", [&] {
        xml.block("gio:GeografischeContext", [&] {
            xml.leaf("gio:achtergrondVerwijzing", "BRT");
            xml.leaf("gio:achtergrondActualiteit", settings.achtergrond_actualiteit);
        });
    });
}

void write_metadata(XmlWriter& xml, const Package& package, const InformationObject& gio, const std::string& gml) {
    xml.block("InformatieObjectVersieMetadata", [&] {
        xml.attribute("xmlns", uri::data);
        xml.leaf("heeftGeboorteregeling", package.settings.regeling_work);
        xml.block("heeftBestanden", [&] {
            xml.block("heeftBestand", [&] {
                xml.block("Bestand", [&] {
                    xml.leaf("bestandsnaam", gio.file + ".gml");
                    xml.leaf("hash", sha512_hex(gml));
                });
            });
        });
    });
    xml.block("InformatieObjectMetadata", [&] {
        xml.attribute("xmlns", uri::data);
        xml.leaf("eindverantwoordelijke", municipality(package.settings));
        xml.leaf("formaatInformatieobject", "/join/id/stop/informatieobject/gio_002");
        xml.leaf("maker", municipality(package.settings));
        xml.leaf("naamInformatieObject", gio.name);
        xml.leaf("officieleTitel", gio.work);
        xml.leaf("publicatieinstructie", "TeConsolideren");
    });
}

}  // namespace

std::string gio_gml(const Package& package, const InformationObject& gio) {
    const std::string version = version_names(package.settings.version).stop;
    XmlWriter xml;
    xml.block("geo:GeoInformatieObjectVaststelling", [&] {
        xml.attribute("xmlns:geo", uri::geo);
        xml.attribute("xmlns:gio", "https://standaarden.overheid.nl/stop/imop/gio/");
        xml.attribute("xmlns:basisgeo", "http://www.geostandaarden.nl/basisgeometrie/1.0");
        xml.attribute("xmlns:gml", "http://www.opengis.net/gml/3.2");
        xml.attribute("xmlns:xsi", uri::schema_instance);
        xml.attribute("schemaversie", version);
        xml.attribute("xsi:schemaLocation",
                      std::string(uri::geo) + " https://standaarden.overheid.nl/stop/" + version + "/imop-geo.xsd");
        write_context(xml, package.settings);
        xml.block("geo:vastgesteldeVersie", [&] {
            xml.block("geo:GeoInformatieObjectVersie", [&] {
                xml.leaf("geo:FRBRWork", gio.work);
                xml.leaf("geo:FRBRExpression", gio.expression);
                write_norm_fields(xml, gio);
                xml.block("geo:locaties", [&] {
                    for (const InformationObject::Location& location : gio.locations) {
                        write_location(xml, package.gebieden.at(location.gebied), gio.values, location.value);
                    }
                });
            });
        });
    });
    return xml.take();
}

std::string gio_xml(const Package& package, const InformationObject& gio, const std::string& gml) {
    const std::string version = version_names(package.settings.version).bhkv;
    XmlWriter xml;
    xml.block("AanleveringInformatieObject", [&] {
        xml.attribute("xmlns", uri::delivery);
        xml.attribute("xmlns:geo", uri::geo);  // the style names geo:Locatie in its text
        xml.attribute("xmlns:xsi", uri::schema_instance);
        xml.attribute("schemaversie", version);
        xml.attribute("xsi:schemaLocation", std::string(uri::delivery) + " https://standaarden.overheid.nl/lvbb/" + version +
                                                "/lvbb-stop-aanlevering.xsd");
        xml.block("InformatieObjectVersie", [&] {
            xml.block("ExpressionIdentificatie", [&] {
                xml.attribute("xmlns", uri::data);
                xml.leaf("FRBRWork", gio.work);
                xml.leaf("FRBRExpression", gio.expression);
                xml.leaf("soortWork", "/join/id/stop/work_010");
            });
            write_metadata(xml, package, gio, gml);
            write_style(xml, gio);
        });
    });
    return xml.take();
}

}  // namespace planlezer::omgevingsplan
