#include "schemas/omgevingsplan/validate/schema/schema_fault.hpp"

#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <algorithm>

#include "schemas/omgevingsplan/validate/xml/element.hpp"

namespace planlezer::omgevingsplan::validation {

namespace {

constexpr std::size_t most_faults = 20;
constexpr std::size_t most_bytes = 500;  // libxml2 quotes the whole of a value

std::string shortened(std::string text) {
    if (text.size() <= most_bytes) return text;
    std::size_t end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not within a character
    text.resize(end);
    return text + "...";
}

}  // namespace

void SchemaFaults::take(void* data, _xmlError* error) {
    auto* const self = static_cast<SchemaFaults*>(data);
    if (error == nullptr || error->message == nullptr || self->faults.size() >= most_faults) return;
    // The line in the error is cut at 65535; the node knows better.
    const auto* const node = static_cast<const xmlNode*>(error->node);
    const bool element = node != nullptr && node->type == XML_ELEMENT_NODE;
    self->faults.push_back({element ? std::max(0L, xmlGetLineNo(node)) : error->line, shortened(folded(error->message))});
}

}  // namespace planlezer::omgevingsplan::validation
