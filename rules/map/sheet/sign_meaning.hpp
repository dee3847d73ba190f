// What a sign on a sheet says: its numbers with the norms they stand for, by the legend first, by PRABPK2012 else.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "rules/map/sheet/legend.hpp"
#include "schemas/model/map_sheet.hpp"
#include "schemas/model/plan_map.hpp"
#include "schemas/rulebook/map_book.hpp"

namespace planlezer {

/// How a sign got its meaning.
enum class SignSource {
    legend,       ///< the legend shows this form
    standard,     ///< PRABPK2012: its marks or its form
    own_words,    ///< the label names its norm: "max. bouwhoogte 10 m"
    unexplained,  ///< it holds numbers and nothing says what they are
    no_value,     ///< it holds no number that could be a norm: a house number's letter, a bestemming's code
};

struct SignMeaning {
    SignSource source = SignSource::no_value;
    std::vector<MapValue> values;  ///< place and provenance are not set
    std::string bestemming;        ///< "W" of "W-a", where alone the label may stand; empty when it does not say
};

/// `standard_sheet`: the sheet follows PRABPK2012, so that its forms without marks (a square, a pill) have its meaning too.
[[nodiscard]] SignMeaning meaning_of(const MapSign& sign, const Legend& legend, const MapBook& book, bool standard_sheet);

/// Whether a sheet follows PRABPK2012: one of its signs or its legend shows a mark of it.
[[nodiscard]] bool follows_standard(const MapSheet& sheet);

}  // namespace planlezer
