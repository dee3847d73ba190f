// Norms in tables: a cell's value means what its column and row heads say.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/norms/find_norms.hpp"
#include "rules/norms/tags.hpp"

namespace planlezer {

/// What a value in a cell stands for: the heads over and beside it, in front of its own words.
struct CellReading {
    Clause clause;          ///< the heads that name the norm and the cell's own words, or one part of them
    std::string subject;    ///< what the part, or else a head names; empty when nothing does
    std::string condition;  ///< a place or code among the heads ("binnen het bouwvlak", "W-a"), a label in the cell
    std::string doubt;      ///< Dutch; empty when the cell is plain
    bool sound = true;      ///< the subject names a thing the book knows
    bool heads = false;     ///< read through its heads, not as a sentence of its own
};

/// The cells of a table node that hold a number or a reference, in reading order; a cell that holds a little list
/// ("erkers: 3 m - overig: 4 m") gives one reading a part.
[[nodiscard]] std::vector<CellReading> read_cells(const DocumentText& text, std::size_t node, const Tagger& tagger);

}  // namespace planlezer
