#include "schemas/omgevingsplan/validate/schema/xml_schema.hpp"

#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "schemas/omgevingsplan/validate/schema/schema_fault.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

struct SchemaFree {
    void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
    void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
    void operator()(xmlChar* text) const { xmlFree(text); }
};
using SchemaParser = std::unique_ptr<xmlSchemaParserCtxt, SchemaFree>;
using Schema = std::unique_ptr<xmlSchema, SchemaFree>;
using SchemaValidator = std::unique_ptr<xmlSchemaValidCtxt, SchemaFree>;
using Text = std::unique_ptr<xmlChar, SchemaFree>;

struct CatalogFree {
    void operator()(xmlCatalog* catalog) const { xmlFreeCatalog(catalog); }
};

const xmlChar* chars(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

/// The schemas of one folder, or with no folder those that the catalogs of the system name.
class SchemaFolder {
  public:
    explicit SchemaFolder(const std::filesystem::path& folder) {
        if (!folder.empty()) catalog_.reset(xmlLoadACatalog((folder / "catalog.xml").c_str()));
    }

    /// The local path that stands for a URL; empty for none.
    [[nodiscard]] std::string path_of(const std::string& url) const {
        const Text found(catalog_ ? xmlACatalogResolveURI(catalog_.get(), chars(url)) : xmlCatalogResolveURI(chars(url)));
        return found ? reinterpret_cast<const char*>(found.get()) : std::string{};
    }

    /// Null when it cannot be read.
    xmlSchema* at(const std::string& url) {
        const auto found = schemas_.find(url);
        if (found != schemas_.end()) return found->second.get();
        const SchemaParser parser(xmlSchemaNewParserCtxt(url.c_str()));
        SchemaFaults ignored;
        if (parser) xmlSchemaSetParserStructuredErrors(parser.get(), SchemaFaults::take, &ignored);
        return schemas_.emplace(url, Schema(parser ? xmlSchemaParse(parser.get()) : nullptr)).first->second.get();
    }

  private:
    std::unique_ptr<xmlCatalog, CatalogFree> catalog_;
    std::map<std::string, Schema> schemas_;
};

/// One at a time: the loader of libxml2 is of the whole process, and a schema may grow while it is used.
class Schemas {
  public:
    static Schemas& of_process() {
        static Schemas schemas;
        return schemas;
    }

    std::mutex guard;

    SchemaFolder& in(const std::filesystem::path& folder) {
        SchemaFolder& found = folders_.try_emplace(folder.string(), folder).first->second;
        active_ = &found;
        return found;
    }

  private:
    Schemas() {
        xmlInitParser();
        xmlInitializeCatalog();
        xmlSetExternalEntityLoader(load);
    }

    /// What schemas import, by the catalog in use; never over the network.
    static xmlParserInput* load(const char* url, const char* id, xmlParserCtxt* context) {
        const std::string path = url == nullptr || active_ == nullptr ? std::string{} : active_->path_of(url);
        return xmlNoNetExternalEntityLoader(path.empty() ? url : path.c_str(), id, context);
    }

    static inline SchemaFolder* active_ = nullptr;
    std::map<std::string, SchemaFolder> folders_;
};

/// Where the standard publishes the schema of such a file; `bhkv` is the version of the delivery's besluit.
std::string url_of(const File& file, const std::string& bhkv) {
    const std::string own = file.root.attribute("schemaversie");
    const std::string imow =
        "https://register.geostandaarden.nl/xmlschema/tpod/" + (own.empty() ? "v2.0.0" : own) + "/bestanden-ow/";
    switch (file.kind) {
        case FileKind::opdracht:
        case FileKind::manifest: return "https://standaarden.overheid.nl/lvbb/" + bhkv + "/lvbb-transport.xsd";
        case FileKind::besluit:
        case FileKind::gio: return "https://standaarden.overheid.nl/lvbb/" + own + "/lvbb-stop-aanlevering.xsd";
        case FileKind::gml: return "https://standaarden.overheid.nl/stop/" + own + "/imop-geo.xsd";
        case FileKind::manifest_ow: return imow + "generiek/manifest-ow.xsd";
        case FileKind::ow: return imow + "deelbestand-ow/IMOW_Deelbestand.xsd";
        case FileKind::other: return {};
    }
    return {};
}

void check_file(SchemaFolder& schemas, const File& file, const std::string& url, std::vector<Finding>& findings) {
    const auto add = [&](Severity severity, long line, std::string message) {
        findings.push_back({"XSD", severity, file.name, line, "", std::move(message)});
    };
    if (schemas.path_of(url).empty())
        return add(Severity::warning, 0, "De schema's bevatten dit schema niet: " + url + "; klopt de schemaversie?");
    xmlSchema* const schema = schemas.at(url);
    const SchemaValidator validator(schema == nullptr ? nullptr : xmlSchemaNewValidCtxt(schema));
    if (!validator)
        return add(Severity::warning, 0, "Het schema " + url + " kan niet worden gelezen; is de map met schema's volledig?");
    SchemaFaults told;
    xmlSchemaSetValidStructuredErrors(validator.get(), SchemaFaults::take, &told);
    const int result = xmlSchemaValidateDoc(validator.get(), file.document.get());
    if (result < 0) add(Severity::warning, 0, "De toetsing aan " + url + " is mislukt.");
    for (const SchemaFault& fault : told.faults)
        add(Severity::error, fault.line, "Het bestand is niet geldig volgens het officiële schema: " + fault.message);
}

}  // namespace

void check_schemas(const Delivery& delivery, const std::filesystem::path& folder, std::vector<Finding>& findings) {
    Schemas& all = Schemas::of_process();
    const std::scoped_lock lock(all.guard);
    SchemaFolder& schemas = all.in(folder);
    const std::string bhkv = delivery.besluit == nullptr ? "1.2.0" : delivery.besluit->root.attribute("schemaversie");
    bool known = !folder.empty();
    for (const File& file : delivery.files) known = known || (file.root && !schemas.path_of(url_of(file, bhkv)).empty());
    if (!known) {
        findings.push_back({"XSD", Severity::info, "", 0, "",
                            "Niet getoetst aan de officiële schema's (XSD): geef met --schemas de map met catalog.xml."});
        return;
    }
    for (const File& file : delivery.files) {
        const std::string url = file.root ? url_of(file, bhkv) : std::string{};
        if (!url.empty()) check_file(schemas, file, url, findings);
    }
}

}  // namespace planlezer::omgevingsplan::validation
