// Norms in tables: a cell's value means what its column and row heads say.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "rules/norms/find_norms.hpp"
#include "rules/norms/tags.hpp"

namespace planlezer {

/// What a value in a cell stands for: the heads over and beside it, in front of its own words.
struct CellReading {
    Clause clause;          ///< lead-in, heads and the cell's own words
    std::string subject;    ///< the head that names a thing; empty when none does
    std::string code;       ///< a head that names no thing ("W-a", "klasse 2"): a condition
    bool sound = true;      ///< the subject names a thing the book knows
    bool heads = false;     ///< read through its heads, not as a sentence of its own
};

/// The cells of a table node that hold a number or a reference, in reading order.
[[nodiscard]] std::vector<CellReading> read_cells(const DocumentText& text, std::size_t node, const Tagger& tagger);

}  // namespace planlezer
