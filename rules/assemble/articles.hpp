// The outline of a document as published: hoofdstukken, artikelen, leden, onderdelen and bijlagen with stable ids.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/model/document_text.hpp"
#include "schemas/model/plan_result.hpp"

namespace planlezer {

/// Appends the numbered parts of the text, with their words, and gives every node the id of its part. Ids are made of
/// kinds and labels ("art_4__lid_4.2"); one that is taken already, in this plan, gets "__2", "__3" ... behind it.
/// Paragraphs, headings without a number and tables belong to the part around them; before the first part they are left out.
void append_articles(DocumentText& text, const std::string& file, std::vector<Article>& articles);

}  // namespace planlezer
