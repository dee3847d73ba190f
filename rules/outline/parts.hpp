// The parts of a document that are no rules: its table of contents and its toelichting.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "rules/layout/line.hpp"
#include "schemas/model/document_text.hpp"
#include "schemas/model/plan.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {

/// For every line, whether it stands in a table of contents.
[[nodiscard]] std::vector<bool> contents_lines(const std::vector<Line>& lines, const Sections& sections);

/// Numbers of articles that the table of contents names and the text does not have; empty when the contents are those
/// of another document (less than half of its articles stand here).
[[nodiscard]] std::vector<int> articles_missing(const DocumentText& text);

/// Articles that follow each other in number, and how they read: as rules, or as prose about rules.
struct ArticleRun {
    std::size_t first = 0;        ///< node of the first article
    std::size_t begin = 0;        ///< node where its part begins: its chapter heading, title or contents
    std::size_t end = 0;          ///< one past the last node of the last article
    std::size_t articles = 0;
    std::size_t binding = 0;      ///< signs of rules
    std::size_t narrative = 0;    ///< signs of explaining prose
    bool from_start = false;      ///< begins with artikel 1
    bool titled = false;          ///< a heading "Regels" or "Voorschriften" stands before it
    bool annexed = false;         ///< stands in a bijlage

    [[nodiscard]] bool rules() const { return binding > 0 && 2 * binding >= narrative; }
};

/// The runs of a document, in order.
[[nodiscard]] std::vector<ArticleRun> article_runs(const DocumentText& text, const Sections& sections);

/// Sets SectionRole::toelichting on every node of the toelichting: what stands under such a heading, articles that are
/// prose about articles, and what lies outside of the rules in a file named so or reading so. `named` is the role that
/// the file's name tells; `other` when it tells none.
void mark_toelichting(DocumentText& text, const Sections& sections, DocumentRole named);

}  // namespace planlezer
