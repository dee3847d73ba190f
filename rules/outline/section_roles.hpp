// Gives every node of an outline its section role and its bestemming, from headings and lead-in sentences.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/model/document_text.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {

/// Nodes whose section is already set (contents, toelichting) keep it and hand it down.
void set_section_roles(DocumentText& text, const Sections& sections);

/// The name of the artikel around each node, where that artikel is one of a bestemming. Needs the section roles.
void set_bestemmingen(DocumentText& text);

}  // namespace planlezer
