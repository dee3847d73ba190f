// What a worker read on one page: words with their place, ruled lines, and how they came about.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/model/box.hpp"

namespace planlezer {

enum class TextOrigin { native, ocr };

/// One word as it stands on the page.
struct Word {
    std::string text;            ///< UTF-8, NFC, never empty, no white space
    Box box;                     ///< points, page as displayed
    double confidence = 1.0;     ///< 0-1; 1 for a sound text layer
    double font_size = 0;        ///< points; 0 when unknown
    bool bold = false;
    bool italic = false;
    bool struck = false;         ///< a line is drawn through it
    bool raised = false;         ///< a superscript: smaller and above the base line
    TextOrigin origin = TextOrigin::native;
    std::string second_reading;  ///< another reading that differs from `text`; empty when none or equal
    friend bool operator==(const Word&, const Word&) = default;
};

/// A drawn straight line, horizontal or vertical within a degree: the frame of a table, an underlining.
struct Ruling {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    friend bool operator==(const Ruling&, const Ruling&) = default;
};

/// What a planner should know of how a page was read; becomes a flag of the document.
enum class PageNote {
    text_layer_unmapped,     ///< characters without a Unicode value
    text_layer_implausible,  ///< not Dutch words
    text_layer_displaced,    ///< words do not lie over the page's ink
    low_resolution,          ///< letters too small to be read surely
    turned_upright,          ///< the page lay on its side or upside down
    deskewed,
    dark_border_removed,
    cut_off,                 ///< text runs over the page's edge
    repaired_file,           ///< the decoder had to mend the file
};

/// One page, words in the order in which the reader met them (not yet reading order). A page that lay on its side or
/// upside down is given set upright: its size and all that lies on it. as_displayed() leads back.
struct TextPage {
    int number = 1;              ///< from 1
    double width = 0;            ///< points, upright
    double height = 0;           ///< points, upright
    int turns = 0;               ///< quarter turns clockwise that set it upright, 0 to 3; 0 when it lay so
    TextOrigin origin = TextOrigin::native;
    double dpi = 0;              ///< of the image that was read; 0 for a text layer
    std::vector<Word> words;
    std::vector<Ruling> rulings;
    std::vector<PageNote> notes;
    friend bool operator==(const TextPage&, const TextPage&) = default;
};

/// Where a box of an upright page lies on the page as displayed.
[[nodiscard]] inline Box as_displayed(const Box& box, const TextPage& page) {
    switch (page.turns) {
        case 1: return {box.y0, page.width - box.x1, box.y1, page.width - box.x0};
        case 2: return {page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0};
        case 3: return {page.height - box.y1, box.x0, page.height - box.y0, box.x1};
        default: return box;
    }
}

}  // namespace planlezer
