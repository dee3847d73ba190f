#include "schemas/omgevingsplan/write/ow_file.hpp"

#include <algorithm>

#include "schemas/omgevingsplan/write/identity.hpp"

namespace planlezer::omgevingsplan {

namespace {

/// The namespaces of IMOW; the same in all files of a delivery.
void write_namespaces(XmlWriter& xml) {
    xml.attribute("xmlns:ow-dc", "http://www.geostandaarden.nl/imow/bestanden/deelbestand");
    xml.attribute("xmlns:sl", "http://www.geostandaarden.nl/bestanden-ow/standlevering-generiek");
    xml.attribute("xmlns:ow", "http://www.geostandaarden.nl/imow/owobject");
    xml.attribute("xmlns:r", "http://www.geostandaarden.nl/imow/regels");
    xml.attribute("xmlns:rol", "http://www.geostandaarden.nl/imow/regelsoplocatie");
    xml.attribute("xmlns:l", "http://www.geostandaarden.nl/imow/locatie");
    xml.attribute("xmlns:ga", "http://www.geostandaarden.nl/imow/gebiedsaanwijzing");
    xml.attribute("xmlns:rg", "http://www.geostandaarden.nl/imow/regelingsgebied");
    xml.attribute("xmlns:p", "http://www.geostandaarden.nl/imow/pons");
    xml.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
}

std::string ow_xml(const Package& package, const std::vector<std::string>& types, std::string_view objects) {
    XmlWriter xml;
    xml.block("ow-dc:owBestand", [&] {
        write_namespaces(xml);
        const std::string version = version_names(package.settings.version).imow;
        if (!version.empty()) xml.attribute("schemaversie", version);
        xml.block("sl:standBestand", [&] {
            xml.leaf("sl:dataset", "planlezer");
            xml.block("sl:inhoud", [&] {
                xml.leaf("sl:gebied", package.settings.gemeente_naam);
                xml.leaf("sl:leveringsId", package.id);
                xml.block("sl:objectTypen", [&] {
                    for (const std::string& type : types) xml.leaf("sl:objectType", type);
                });
            });
            xml.raw(objects);
        });
    });
    return xml.take();
}

}  // namespace

std::vector<OwObjects::Cut> OwObjects::cuts(std::size_t most) const {
    std::vector<Cut> found{{0, 0}};
    for (std::size_t piece = 0; piece < pieces_.size(); ++piece) {
        // An object that is too large by itself has a file of its own: it cannot be cut.
        if (pieces_[piece].end - begin_of(found.back().first) > most && piece > found.back().first) {
            found.push_back({piece, piece});
        }
        found.back().last = piece + 1;
    }
    return found;
}

std::vector<std::string> OwObjects::types_of(Cut cut) const {
    std::vector<std::string> types;
    for (std::size_t piece = cut.first; piece < cut.last; ++piece) {
        if (std::ranges::find(types, pieces_[piece].type) == types.end()) types.emplace_back(pieces_[piece].type);
    }
    return types;
}

void OwObjects::write(const Package& package, const std::function<void(OwFile&&)>& take) {
    if (pieces_.empty()) return;
    const std::string objects = xml_.take();
    const std::size_t frame = ow_xml(package, types_of({0, pieces_.size()}), "\n").size();
    const std::vector<Cut> all = cuts(package.settings.max_bestand > frame ? package.settings.max_bestand - frame : 0);
    for (std::size_t number = 0; number < all.size(); ++number) {
        const Cut cut = all[number];
        const std::size_t begin = begin_of(cut.first);
        std::vector<std::string> types = types_of(cut);
        std::string bytes = ow_xml(package, types, std::string_view(objects).substr(begin, pieces_[cut.last - 1].end - begin));
        std::string name = all.size() == 1 ? stem_ + ".xml" : stem_ + "-" + std::to_string(number + 1) + ".xml";
        take({std::move(name), std::move(types), std::move(bytes)});
    }
}

}  // namespace planlezer::omgevingsplan
