#include "schemas/omgevingsplan/validate/xml/document.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <limits>

namespace planlezer::omgevingsplan::validation {

namespace {

struct ContextFree {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
using ParserContext = std::unique_ptr<xmlParserCtxt, ContextFree>;

/// A DTD is where entities come from; no file of a delivery has one.
constexpr int refused_dtd = 1;

void refuse_dtd(void* data, const xmlChar* /*name*/, const xmlChar* /*external*/, const xmlChar* /*system*/) {
    auto* context = static_cast<xmlParserCtxt*>(data);
    *static_cast<int*>(context->_private) = refused_dtd;
    xmlStopParser(context);
}

/// The files are bounded before they come here, so that libxml2's own bounds on texts and depth may be the wide ones.
constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE | XML_PARSE_BIG_LINES;

}  // namespace

void Document::Free::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

Document Document::parse(std::string_view bytes) {
    Document result;
    int refused = 0;
    const ParserContext context(xmlNewParserCtxt());
    if (!context || bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        result.fault_ = ParseFault{0, "Het bestand is te groot om te lezen."};
        return result;
    }
    context->_private = &refused;
    context->sax->internalSubset = refuse_dtd;
    result.document_.reset(
        xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options));
    if (refused == refused_dtd) {
        result.document_.reset();
        result.fault_ = ParseFault{0, "Het bestand bevat een DOCTYPE; een aanlevering heeft die niet. Haal hem weg."};
        return result;
    }
    if (result.document_ && xmlDocGetRootElement(result.document_.get()) != nullptr) return result;
    result.document_.reset();
    const xmlError* error = xmlCtxtGetLastError(context.get());
    const bool known = error != nullptr && error->message != nullptr;
    result.fault_ = ParseFault{known ? error->line : 0, "Het bestand is geen welgevormde XML" +
                                                            (known ? " (" + folded(error->message) + ")" : std::string{}) +
                                                            "; maak het opnieuw."};
    return result;
}

Element Document::root() const { return document_ ? Element(xmlDocGetRootElement(document_.get())) : Element{}; }

}  // namespace planlezer::omgevingsplan::validation
