// What a reader found on a page before anybody knows what is legend and what is map; the same for drawings and pictures.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All places are points, origin top left of the page as displayed, y down.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/map/text_runs.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// A line that encloses nothing: a division, a grid cross, a leader line, a sample in the legend.
struct SheetLine {
    Ring points;        ///< open, or closed without the repeat of the first point
    bool closed = false;
    bool filled = false;  ///< the edge of something filled: an arrow head
    double width = 0;   ///< points
    LineDash dash = LineDash::solid;
    Rgb colour;
    std::size_t number = 0;  ///< of its path in a drawing, in the order of drawing
    bool covers = false;     ///< a fill that hides what was drawn before
    double period = 0;       ///< points, from dash to dash on a picture; 0 when not known
};

struct SheetParts {
    TextPage page;                 ///< all words; size and origin
    std::vector<TextRun> runs;     ///< texts outside signs
    std::vector<MapSign> signs;    ///< with a shape, also those of the legend
    std::vector<MapArea> areas;    ///< also swatches and frames; the largest first
    std::vector<SheetLine> lines;
};

}  // namespace planlezer
