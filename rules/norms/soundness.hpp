// Wordings around a norm in which it may mean something else than it seems: each is a reason to ask a person.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "rules/norms/reading.hpp"
#include "rules/norms/subject.hpp"
#include "schemas/model/document_text.hpp"
#include "schemas/model/norm.hpp"

namespace planlezer {

struct WordingDoubt {
    FlagCode code = FlagCode::phrase_weak;
    std::string reason;  ///< Dutch; fills the sentence of the flag
};

/// Every reason the wording gives to doubt subject, kind or role of a norm; empty when it is plain.
[[nodiscard]] std::vector<WordingDoubt> doubts_of_wording(const DocumentText& text, const Clause& clause, const Reading& reading, const Subject& subject,
                                                          const NormStatement& norm);

}  // namespace planlezer
