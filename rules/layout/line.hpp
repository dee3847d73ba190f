// One line of running text with the place and type that tell headings, list items and paragraphs apart.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "schemas/model/document_text.hpp"

namespace planlezer {

/// Lines stand in reading order. A word broken at a line end stands in the line where it begins.
struct Line {
    std::vector<FlowWord> words;   ///< never empty
    int page = 1;                  ///< from 1
    Box box;                       ///< points
    double indent = 0;             ///< points from the left edge of its column to the first word
    double gap = 0;                ///< points of white space above it in its column; 0 at the top of one
    double font_size = 0;          ///< points; 0 when unknown
    bool bold = false;             ///< all of its words
    bool italic = false;           ///< all of its words
    bool underlined = false;
    bool starts_column = false;    ///< first of its column on the page
    bool starts_page = false;
    bool starts_paragraph = true;  ///< not the continuation of the sentence of the line before, by place and shape
    bool footnote = false;         ///< set apart at the foot of its page
    std::optional<Table> table;    ///< a whole table stands as one line, cell after cell; spans count within `words`
};

}  // namespace planlezer
