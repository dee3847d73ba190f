// Where something was read: file, page, boxes, the exact words, and the rule that found it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/model/box.hpp"

namespace planlezer {

struct Provenance {
    std::string file;         ///< as named in the document list of the plan
    int page = 0;             ///< from 1; the page on which `boxes` lie
    std::vector<Box> boxes;   ///< one a line, points
    std::string quote;        ///< the words as they stand, single blanks between
    std::string rule;         ///< "bouwhoogte@1/phrase-3"; empty when no rule is meant
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

}  // namespace planlezer
