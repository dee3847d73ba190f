// A look at one element of a parsed XML file: what the rules ask of it, and nothing of libxml2.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

struct _xmlNode;

namespace planlezer::omgevingsplan::validation {

/// A pointer in value's clothes: cheap to copy, false when there is no such element, and then all it is asked is empty.
/// Lives no longer than its Document. Names are without their prefix.
class Element {
  public:
    Element() = default;
    explicit Element(const _xmlNode* node) : node_(node) {}

    explicit operator bool() const { return node_ != nullptr; }
    friend bool operator==(Element, Element) = default;

    [[nodiscard]] std::string_view name() const;
    /// The namespace, as its URI.
    [[nodiscard]] std::string_view space() const;
    /// From 1; 0 for none.
    [[nodiscard]] long line() const;
    [[nodiscard]] Element parent() const;
    /// The element before in document order that is a sibling.
    [[nodiscard]] Element previous() const;
    [[nodiscard]] Element next() const;
    [[nodiscard]] Element first_child() const;
    /// The first child of that name.
    [[nodiscard]] Element child(std::string_view name) const;
    [[nodiscard]] std::vector<Element> children() const;
    [[nodiscard]] std::vector<Element> children(std::string_view name) const;
    /// The first below, at any depth, in document order.
    [[nodiscard]] Element descendant(std::string_view name) const;
    [[nodiscard]] std::vector<Element> descendants(std::string_view name) const;
    /// The nearest above with that name.
    [[nodiscard]] Element ancestor(std::string_view name) const;

    /// All text inside as it stands.
    [[nodiscard]] std::string raw_text() const;
    /// The same, blanks folded to single ones and none at the ends.
    [[nodiscard]] std::string text() const;
    /// text() of that child; empty when there is none.
    [[nodiscard]] std::string child_text(std::string_view name) const;
    /// As XML has it, blanks at the ends gone; empty when there is none.
    [[nodiscard]] std::string attribute(std::string_view name) const;
    [[nodiscard]] std::string raw_attribute(std::string_view name) const;
    [[nodiscard]] bool has_attribute(std::string_view name) const;

    /// The next in document order below `top`, or none.
    [[nodiscard]] Element following(Element top) const;

  private:
    const _xmlNode* node_ = nullptr;
};

/// Every element from `top` down, in document order.
template <std::invocable<Element> Visit>
void walk(Element top, const Visit& visit) {
    for (Element at = top; at; at = at.following(top)) visit(at);
}

/// Blanks folded to single ones, none at the ends.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace planlezer::omgevingsplan::validation
