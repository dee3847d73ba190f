// The lists that are open at a place of the text, and where a new label belongs among them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/outline/label.hpp"

namespace planlezer {

struct ListLevel {
    LabelStyle style = LabelStyle::dash;
    LabelClose close = LabelClose::none;
    int value = 0;             ///< of the last item
    std::size_t node = 0;      ///< of the last item
    std::size_t parent = 0;    ///< under which the next item hangs
    double indent = 0;         ///< of the label, points
};

/// What is known around a label when its place is sought.
struct LabelContext {
    std::span<const Label> ahead;  ///< the list labels that follow before the next article or lid
    double indent = 0;             ///< points; compared only when some line of the document is indented
    bool sure_start = true;        ///< the line starts a paragraph; otherwise only a plain continuation counts
    bool marked = false;           ///< the line has a type of its own: its number needs no point to be one
    bool after_colon = false;      ///< a lead-in sentence ended just before
    bool excerpt = false;          ///< nothing structural was seen yet: lists may have begun before the text does
};

struct LabelPlace {
    LabelReading reading;             ///< the one chosen; its text is mended where `mended`
    std::optional<std::size_t> level; ///< the open list it continues; nullopt: it opens a list
    int skipped = 0;                  ///< items of its list that are missing before it
    bool doubled = false;             ///< the same label as the item before it
    bool mended = false;
    bool outermost = false;           ///< opens a list outside of all that are open (an excerpt)
};

/// A label continues the list whose next item it is, however many levels up; else it opens a list when it is a first
/// label; else it is a damaged or a late one. Ties fall to the reading whose successor follows soonest.
[[nodiscard]] std::optional<LabelPlace> place_label(const Label& label, std::span<const ListLevel> levels, const LabelContext& context);

}  // namespace planlezer
