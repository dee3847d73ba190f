// Owners for what libxml2 allocates, and the few questions that are asked of its nodes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/xmlreader.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace planlezer {

struct XmlReaderRelease {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
using XmlReader = std::unique_ptr<xmlTextReader, XmlReaderRelease>;

/// Without its prefix: "Maatvoering"; empty for what is no element.
[[nodiscard]] std::string_view local_name(const xmlNode* node);

/// All text inside, white space folded to single blanks, cut at some hundred characters.
[[nodiscard]] std::string text_of(const xmlNode* node);

/// Without its prefix: "id"; empty when it has none.
[[nodiscard]] std::string attribute(const xmlNode* node, std::string_view name);

/// The first child element of that name, or null.
[[nodiscard]] const xmlNode* child(const xmlNode* node, std::string_view name);
/// The text of child(node, name); empty when there is none.
[[nodiscard]] std::string child_text(const xmlNode* node, std::string_view name);

/// The first element of that name below the node, at any depth, or null.
[[nodiscard]] const xmlNode* descendant(const xmlNode* node, std::string_view name);

/// Calls `visit` for every child element.
void for_each_child(const xmlNode* node, const std::function<void(const xmlNode*)>& visit);

}  // namespace planlezer
