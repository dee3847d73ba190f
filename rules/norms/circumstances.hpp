// Under what condition, where and with which exception a norm holds, in the text's own words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "rules/norms/reading.hpp"
#include "schemas/model/norm.hpp"

namespace planlezer {

struct Circumstances {
    std::string condition;                ///< parts joined with "; "
    std::vector<std::string> exceptions;
    std::vector<std::string> aanduiding;  ///< names between quotes behind "aanduiding"
    LocationKind location = LocationKind::unknown;
};

/// What the sentence and its lead-ins say about readings[which]; the other readings of the clause bound its share.
[[nodiscard]] Circumstances circumstances_of(const Clause& clause, const std::vector<Reading>& readings, std::size_t which);

}  // namespace planlezer
