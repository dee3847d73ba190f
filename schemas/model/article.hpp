// An entry of a plan's outline with its words: hoofdstuk, artikel, lid, onderdeel, bijlage.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/model/document_text.hpp"
#include "schemas/model/provenance.hpp"

namespace planlezer {

[[nodiscard]] std::string_view section_role_text(SectionRole role);

/// A cell of a table as it stands in the text; rows and columns count from 0.
struct TextCell {
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    bool head = false;
    std::string text;
    friend bool operator==(const TextCell&, const TextCell&) = default;
};

enum class PassageKind { alinea, tussenkop, tabel };
[[nodiscard]] std::string_view passage_kind_text(PassageKind kind);

/// Words of an article that bear no number of their own.
struct Passage {
    PassageKind kind = PassageKind::alinea;
    std::size_t after = 0;         ///< how many of the article's children stand before it
    std::string text;              ///< single blanks between words; of a table its footnotes, a line each
    int rows = 0;                  ///< of a table
    int columns = 0;
    int head_rows = 0;
    std::vector<TextCell> cells;   ///< by row, then column
    double confidence = 1.0;       ///< of the word that was read worst, 0-1
    friend bool operator==(const Passage&, const Passage&) = default;
};

/// An entry of the outline as published.
struct Article {
    std::string id;       ///< "art_4__lid_4.2"; unique in the plan
    std::string number;   ///< as a planner quotes it: "4.2 onder b"
    std::string kind;     ///< "hoofdstuk|artikel|lid|onderdeel|bijlage"
    std::string heading;
    std::string parent;   ///< id; empty at the top
    Provenance provenance;
    std::string label;    ///< as it is numbered itself: "b"
    SectionRole section = SectionRole::unknown;
    std::string bestemming;          ///< of the artikel around it; empty outside one
    std::vector<Passage> passages;   ///< in reading order
};

}  // namespace planlezer
