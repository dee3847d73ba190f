#include "schemas/omgevingsplan/validate/schema/relax_ng.hpp"

#include <libxml/relaxng.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "schemas/omgevingsplan/validate/schema/schema_fault.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

struct RelaxFree {
    void operator()(xmlRelaxNGParserCtxt* context) const { xmlRelaxNGFreeParserCtxt(context); }
    void operator()(xmlRelaxNG* schema) const { xmlRelaxNGFree(schema); }
    void operator()(xmlRelaxNGValidCtxt* context) const { xmlRelaxNGFreeValidCtxt(context); }
};
using RelaxParser = std::unique_ptr<xmlRelaxNGParserCtxt, RelaxFree>;
using RelaxSchema = std::unique_ptr<xmlRelaxNG, RelaxFree>;
using RelaxValidator = std::unique_ptr<xmlRelaxNGValidCtxt, RelaxFree>;

RelaxSchema load(const std::string& path) {
    const RelaxParser parser(xmlRelaxNGNewParserCtxt(path.c_str()));
    SchemaFaults ignored;
    if (!parser) return nullptr;
    xmlRelaxNGSetParserStructuredErrors(parser.get(), SchemaFaults::take, &ignored);
    return RelaxSchema(xmlRelaxNGParse(parser.get()));
}

/// Read once in the life of the program; null when it cannot be read.
xmlRelaxNG* schema_at(const std::string& path) {
    static std::mutex guard;
    static std::map<std::string, RelaxSchema> schemas;
    const std::scoped_lock lock(guard);
    const auto at = schemas.find(path);
    if (at != schemas.end()) return at->second.get();
    return schemas.emplace(path, load(path)).first->second.get();
}

std::string_view file_of(FileKind kind) {
    switch (kind) {
        case FileKind::opdracht: return "opdracht.rng";
        case FileKind::manifest: return "manifest.rng";
        case FileKind::besluit: return "besluit.rng";
        case FileKind::gio: return "gio.rng";
        case FileKind::gml: return "gml.rng";
        case FileKind::manifest_ow: return "manifest-ow.rng";
        case FileKind::ow: return "ow.rng";
        case FileKind::other: return {};
    }
    return {};
}

std::string folder_of(const Delivery& delivery) {
    const std::string version = delivery.besluit == nullptr ? "" : delivery.besluit->root.attribute("schemaversie");
    return version.starts_with("1.3.0") ? "stop-1.4.1" : "stop-1.3.0";
}

void check_file(const File& file, const std::filesystem::path& folder, std::vector<Finding>& findings) {
    const std::string_view name = file_of(file.kind);
    if (name.empty()) {
        findings.push_back({"RNG", Severity::error, file.name, file.root.line(), "",
                            "Dit soort bestand hoort niet in een aanlevering van planlezer; haal het weg."});
        return;
    }
    xmlRelaxNG* const schema = schema_at(folder / name);
    const RelaxValidator validator(schema == nullptr ? nullptr : xmlRelaxNGNewValidCtxt(schema));
    if (!validator) {
        findings.push_back(
            {"RNG", Severity::error, file.name, 0, "",
             "Het profiel " + (folder / name).filename().string() + " kan niet worden gelezen; installeer planlezer opnieuw."});
        return;
    }
    SchemaFaults told;
    xmlRelaxNGSetValidStructuredErrors(validator.get(), SchemaFaults::take, &told);
    if (xmlRelaxNGValidateDoc(validator.get(), file.document.get()) == 0) return;
    // What follows the first fault is mostly its consequence.
    const SchemaFault first = told.faults.empty() ? SchemaFault{} : told.faults.front();
    findings.push_back({"RNG", Severity::error, file.name, first.line, "",
                        "Het bestand past niet in het profiel van planlezer: " + first.message + "."});
}

}  // namespace

void check_profile(const Delivery& delivery, const std::filesystem::path& profile, std::vector<Finding>& findings) {
    if (!delivery.ours) {
        findings.push_back({"RNG", Severity::info, "", 0, "",
                            "Het profiel van planlezer is niet toegepast op aanleveringen die een ander programma maakte."});
        return;
    }
    for (const File& file : delivery.files) {
        if (file.root) check_file(file, profile / folder_of(delivery), findings);
    }
}

}  // namespace planlezer::omgevingsplan::validation
