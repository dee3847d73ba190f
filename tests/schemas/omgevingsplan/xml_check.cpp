#include "tests/schemas/omgevingsplan/xml_check.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>

#include "tests/support/folder.hpp"

namespace planlezer::testing {

namespace fs = std::filesystem;

namespace {

const fs::path standards = fs::path(PLANLEZER_SHARED) / "standards";

std::string schema_of(const std::string& name, omgevingsplan::Version version) {
    const bool newer = version == omgevingsplan::Version::stop_1_4_1;
    const std::string lvbb =
        newer ? "https://standaarden.overheid.nl/lvbb/1.3.0-ic/" : "https://standaarden.overheid.nl/lvbb/1.2.0/";
    const std::string imow = newer ? "https://register.geostandaarden.nl/xmlschema/tpod/v3.1.0/bestanden-ow/"
                                   : "https://register.geostandaarden.nl/xmlschema/tpod/v2.0.0/bestanden-ow/";
    if (name == "opdracht.xml" || name == "manifest.xml") return lvbb + "lvbb-transport.xsd";
    if (name == "manifest-ow.xml") return imow + "generiek/manifest-ow.xsd";
    if (name.starts_with("ow")) return imow + "deelbestand-ow/IMOW_Deelbestand.xsd";
    if (name.ends_with(".gml")) {
        return std::string("https://standaarden.overheid.nl/stop/") + (newer ? "1.4.1" : "1.3.0") + "/imop-geo.xsd";
    }
    return lvbb + "lvbb-stop-aanlevering.xsd";
}

std::string output_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    if (!pipe) throw std::runtime_error("popen");
    std::string text;
    std::array<char, 4096> buffer{};
    while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe.get())) text.append(buffer.data(), got);
    return text;
}

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text); }

void describe(const xmlNode* node, int depth, std::string& text) {
    if (node->type == XML_TEXT_NODE) {
        text.append(std::string(static_cast<std::size_t>(depth), ' ')).append("\"").append(view(node->content)).append("\"\n");
    }
    if (node->type != XML_ELEMENT_NODE) return;
    std::map<std::string, std::string> attributes;
    for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) {
        if (view(at->name) != "schemaLocation") {
            attributes[std::string(view(at->name))] = view(at->children == nullptr ? nullptr : at->children->content);
        }
    }
    text.append(std::string(static_cast<std::size_t>(depth), ' '))
        .append("{")
        .append(view(node->ns == nullptr ? nullptr : node->ns->href))
        .append("}")
        .append(view(node->name));
    for (const auto& [name, value] : attributes) text.append(" ").append(name).append("=").append(value);
    text += '\n';
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) describe(at, depth + 1, text);
}

}  // namespace

std::string why_no_official_schemas() {
    if (!fs::exists(standards / "catalog.xml")) {
        return "no official schemas at " + (standards / "catalog.xml").string() + " (see PLANLEZER_SHARED)";
    }
    if (std::system("xmllint --version >/dev/null 2>&1") != 0) return "no xmllint (Debian: libxml2-utils)";
    return {};
}

std::string official_complaints(const std::vector<omgevingsplan::PackageFile>& files, omgevingsplan::Version version) {
    const test::Folder folder;
    std::map<std::string, std::string> names_by_schema;
    for (const omgevingsplan::PackageFile& file : files) {
        folder.write(file.name, file.bytes);
        names_by_schema[schema_of(file.name, version)] += " " + file.name;
    }
    std::string complaints;
    for (const auto& [schema, names] : names_by_schema) {
        const std::string command = "cd '" + folder.path().string() + "' && XML_CATALOG_FILES='" +
                                    (standards / "catalog.xml").string() + "' xmllint --nonet --noout --huge --schema " + schema +
                                    names + " 2>&1 | grep -v ' validates$'";
        complaints += output_of(command);
    }
    return complaints;
}

std::string canonical(const std::string& xml) {
    const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOBLANKS),
        xmlFreeDoc);
    if (!document) return "no XML";
    std::string text;
    describe(xmlDocGetRootElement(document.get()), 0, text);
    return text;
}

const omgevingsplan::PackageFile& file_named(const std::vector<omgevingsplan::PackageFile>& files, const std::string& name) {
    const auto found = std::ranges::find(files, name, &omgevingsplan::PackageFile::name);
    if (found == files.end()) throw std::runtime_error("no file " + name);
    return *found;
}

}  // namespace planlezer::testing
