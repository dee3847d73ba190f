// A document as running text in reading order, with the outline of its articles and its tables.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schemas/model/flag.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

/// A word in reading order. A word broken at a line end stands once, joined, with both its boxes.
struct FlowWord {
    std::string text;            ///< as read; a hyphen at a line end is gone when the word was joined
    int page = 0;                ///< from 1, of the first box
    std::vector<Box> boxes;      ///< one, or two when broken over lines
    double confidence = 1.0;     ///< the worst of its parts
    bool line_start = false;     ///< first of its line
    bool struck = false;
    bool raised = false;
    TextOrigin origin = TextOrigin::native;
    std::string second_reading;  ///< see Word
};

/// Half-open range of FlowWord indices.
struct WordSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
    [[nodiscard]] std::size_t size() const { return empty() ? 0 : end - begin; }
    friend bool operator==(const WordSpan&, const WordSpan&) = default;
};

enum class NodeKind {
    hoofdstuk,
    artikel,
    lid,
    onderdeel,  ///< list item at any depth: "a.", "1.", "1°", "-"
    alinea,     ///< a paragraph without a number of its own
    tabel,
    bijlage,
    titel,      ///< an unnumbered heading ("Bouwvoorschriften", "Toelichting")
};

/// What a part of a document is, from its headings; decides the role of the numbers in it.
enum class SectionRole {
    unknown,       ///< no heading tells
    rule,          ///< bouwregels, bebouwingsvoorschriften, gebruiksregels
    description,   ///< bestemmingsomschrijving, doeleinden
    deviation,     ///< afwijken, ontheffing, vrijstelling
    change_power,  ///< wijzigingsbevoegdheid, uitwerkingsregels
    further_requirement,  ///< nadere eisen
    transition,    ///< overgangsrecht
    definition,    ///< begrippen, wijze van meten
    works_permit,  ///< aanlegvergunning, omgevingsvergunning voor werken
    toelichting,   ///< explanatory, not binding
    contents,      ///< table of contents, cover
    annex,         ///< bijlage, Staat van Bedrijfsactiviteiten
};

inline constexpr std::size_t no_parent = static_cast<std::size_t>(-1);
inline constexpr int max_outline_depth = 12;

/// A part of the text. Nodes stand flat in reading order; a parent stands before its children.
/// Text that follows the children of a node ("met dien verstande dat ...") is an `alinea` of its own.
struct Node {
    NodeKind kind = NodeKind::alinea;
    std::string label;     ///< as numbered, without its point: "4.2.1", "a", "1"; "-" for a dash; empty for an alinea
    std::string number;    ///< the path a planner quotes: "4.2.1 onder b, sub 2"; empty when none is known
    WordSpan heading;      ///< words of the heading; empty when none
    WordSpan text;         ///< own words, without label, heading and children
    std::size_t parent = no_parent;
    int depth = 0;
    int page = 0;          ///< from 1, where it starts
    SectionRole section = SectionRole::unknown;  ///< inherited from the nearest heading that tells
    std::string bestemming;  ///< of the artikel around it: "Wonen - 1"; empty outside one
    std::size_t table = no_parent;  ///< for a tabel: index into DocumentText::tables
    bool repaired = false;   ///< its label was mended from its neighbours
    std::string id;          ///< of the published entry it is, or else stands in; empty until published and outside one
};

struct Cell {
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    bool head = false;     ///< a column or row head
    WordSpan text;
};

struct Table {
    int rows = 0;
    int columns = 0;
    int head_rows = 0;      ///< rows of column heads at the top; 0 when not understood
    int head_columns = 1;   ///< columns of row heads at the left
    std::vector<Cell> cells;        ///< by row, then column
    std::vector<WordSpan> footnotes;
    bool understood = true;         ///< false: heads unclear, every norm from it is for review
};

struct DocumentText {
    std::vector<FlowWord> words;
    std::vector<Node> nodes;
    std::vector<Table> tables;
    std::vector<Flag> flags;   ///< numbering gaps, repaired numbers, tables not understood

    /// The words of a span as text, single blanks between.
    [[nodiscard]] std::string text(WordSpan span) const;
    /// Boxes of a span: one a line on the page of its first word, and that page.
    [[nodiscard]] Provenance place(WordSpan span) const;
};

}  // namespace planlezer
