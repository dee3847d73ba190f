#include "schemas/omgevingsplan/validate/xml/element.hpp"

#include <libxml/tree.h>

namespace planlezer::omgevingsplan::validation {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

const xmlNode* element_from(const xmlNode* node) {
    while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
    return node;
}

const xmlAttr* find_attribute(const xmlNode* node, std::string_view name) {
    if (node == nullptr) return nullptr;
    for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) {
        if (view(at->name) == name) return at;
    }
    return nullptr;
}

bool is_text(const xmlNode* node) { return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE; }

}  // namespace

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        if (!is_blank(c)) result += c;
        if (is_blank(c) && !result.empty() && result.back() != ' ') result += ' ';
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

std::string_view Element::name() const { return node_ == nullptr ? std::string_view{} : view(node_->name); }

std::string_view Element::space() const {
    return node_ == nullptr || node_->ns == nullptr ? std::string_view{} : view(node_->ns->href);
}

long Element::line() const { return node_ == nullptr ? 0 : std::max(0L, xmlGetLineNo(node_)); }

Element Element::parent() const {
    if (node_ == nullptr || node_->parent == nullptr || node_->parent->type != XML_ELEMENT_NODE) return {};
    return Element(node_->parent);
}

Element Element::previous() const {
    if (node_ == nullptr) return {};
    const xmlNode* at = node_->prev;
    while (at != nullptr && at->type != XML_ELEMENT_NODE) at = at->prev;
    return Element(at);
}

Element Element::next() const { return node_ == nullptr ? Element{} : Element(element_from(node_->next)); }

Element Element::first_child() const { return node_ == nullptr ? Element{} : Element(element_from(node_->children)); }

Element Element::child(std::string_view name) const {
    for (Element at = first_child(); at; at = at.next()) {
        if (at.name() == name) return at;
    }
    return {};
}

std::vector<Element> Element::children() const {
    std::vector<Element> found;
    for (Element at = first_child(); at; at = at.next()) found.push_back(at);
    return found;
}

std::vector<Element> Element::children(std::string_view name) const {
    std::vector<Element> found;
    for (Element at = first_child(); at; at = at.next()) {
        if (at.name() == name) found.push_back(at);
    }
    return found;
}

Element Element::following(Element top) const {
    if (const Element below = first_child()) return below;
    for (Element at = *this; at && at != top; at = at.parent()) {
        if (const Element beside = at.next()) return beside;
    }
    return {};
}

Element Element::descendant(std::string_view name) const {
    for (Element at = following(*this); at; at = at.following(*this)) {
        if (at.name() == name) return at;
    }
    return {};
}

std::vector<Element> Element::descendants(std::string_view name) const {
    std::vector<Element> found;
    for (Element at = first_child(); at; at = at.following(*this)) {
        if (at.name() == name) found.push_back(at);
    }
    return found;
}

Element Element::ancestor(std::string_view name) const {
    for (Element at = parent(); at; at = at.parent()) {
        if (at.name() == name) return at;
    }
    return {};
}

std::string Element::raw_text() const {
    std::string text;
    if (node_ == nullptr) return text;
    // Without recursion: the depth of a file is its writer's.
    const xmlNode* at = node_->children;
    while (at != nullptr) {
        if (is_text(at)) text += view(at->content);
        if (at->type == XML_ELEMENT_NODE && at->children != nullptr) {
            at = at->children;
            continue;
        }
        while (at != node_ && at->next == nullptr) at = at->parent;
        at = at == node_ ? nullptr : at->next;
    }
    return text;
}

std::string Element::text() const { return folded(raw_text()); }

std::string Element::child_text(std::string_view name) const { return child(name).text(); }

std::string Element::raw_attribute(std::string_view name) const {
    std::string text;
    const xmlAttr* found = find_attribute(node_, name);
    for (const xmlNode* at = found == nullptr ? nullptr : found->children; at != nullptr; at = at->next)
        text += view(at->content);
    return text;
}

std::string Element::attribute(std::string_view name) const { return folded(raw_attribute(name)); }

bool Element::has_attribute(std::string_view name) const { return find_attribute(node_, name) != nullptr; }

}  // namespace planlezer::omgevingsplan::validation
