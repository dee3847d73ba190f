#include "extractors/gml/libxml.hpp"

#include "extractors/limits.hpp"

namespace planlezer {

namespace {

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text)); }

void append_text(const xmlNode* node, std::string& text) {
    for (const xmlNode* at = node->children; at != nullptr && text.size() < limits::imro_text_bytes; at = at->next) {
        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) text += view(at->content).substr(0, limits::imro_text_bytes);
        if (at->type == XML_ELEMENT_NODE) append_text(at, text);
    }
}

std::string folded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank) result += c;
        if (blank && !result.empty() && result.back() != ' ') result += ' ';
    }
    if (result.ends_with(' ')) result.pop_back();
    if (result.size() > limits::imro_text_bytes) {
        std::size_t end = limits::imro_text_bytes;
        while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0U) == 0x80U) --end;  // not within a character
        result.resize(end);
    }
    return result;
}

}  // namespace

std::string_view local_name(const xmlNode* node) { return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view{}; }

std::string text_of(const xmlNode* node) {
    std::string text;
    append_text(node, text);
    return folded(text);
}

std::string attribute(const xmlNode* node, std::string_view name) {
    for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) {
        if (view(at->name) == name && at->children != nullptr) return folded(view(at->children->content));
    }
    return {};
}

const xmlNode* child(const xmlNode* node, std::string_view name) {
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
        if (local_name(at) == name) return at;
    }
    return nullptr;
}

std::string child_text(const xmlNode* node, std::string_view name) {
    const xmlNode* found = child(node, name);
    return found == nullptr ? std::string{} : text_of(found);
}

const xmlNode* descendant(const xmlNode* node, std::string_view name) {
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
        if (local_name(at) == name) return at;
        if (at->type != XML_ELEMENT_NODE) continue;
        if (const xmlNode* found = descendant(at, name)) return found;
    }
    return nullptr;
}

void for_each_child(const xmlNode* node, const std::function<void(const xmlNode*)>& visit) {
    for (const xmlNode* at = node->children; at != nullptr; at = at->next) {
        if (at->type == XML_ELEMENT_NODE) visit(at);
    }
}

}  // namespace planlezer
