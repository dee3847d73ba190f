#include "schemas/omgevingsplan/write/package_writer.hpp"

#include "schemas/omgevingsplan/write/besluit_writer.hpp"
#include "schemas/omgevingsplan/write/gio_writer.hpp"
#include "schemas/omgevingsplan/write/identity.hpp"
#include "schemas/omgevingsplan/write/manifest_writer.hpp"
#include "schemas/omgevingsplan/write/ow_writer.hpp"

namespace planlezer::omgevingsplan {

void write_package(const Package& package, const std::function<void(PackageFile&&)>& take) {
    if (package.parts.empty()) return;
    constexpr std::string_view xml = "application/xml";
    constexpr std::string_view gml = "application/gml+xml";
    std::vector<ManifestLine> manifest;
    const auto hand_on = [&](std::string_view name, std::string_view media_type, std::string bytes) {
        manifest.push_back({std::string(name), std::string(media_type)});
        take({std::string(name), std::string(media_type), std::move(bytes)});
    };
    hand_on(order_file, xml, order_xml(package));
    hand_on(decision_file, xml, besluit_xml(package));
    for (const InformationObject& gio : package.gios) {
        std::string geometry = gio_gml(package, gio);
        hand_on(gio.file + ".xml", xml, gio_xml(package, gio, geometry));
        hand_on(gio.file + ".gml", gml, std::move(geometry));
    }
    std::vector<OwManifestLine> ow_manifest;
    write_ow_files(package, [&](OwFile&& file) {
        hand_on(file.name, xml, std::move(file.bytes));
        ow_manifest.push_back({std::move(file.name), std::move(file.object_types)});
    });
    hand_on(ow_manifest_file, xml, ow_manifest_xml(package, ow_manifest));
    manifest.push_back({std::string(manifest_file), std::string(xml)});
    take({std::string(manifest_file), std::string(xml), manifest_xml(manifest)});
}

std::vector<PackageFile> write_package(const Package& package) {
    std::vector<PackageFile> files;
    write_package(package, [&files](PackageFile&& file) { files.push_back(std::move(file)); });
    return files;
}

}  // namespace planlezer::omgevingsplan
