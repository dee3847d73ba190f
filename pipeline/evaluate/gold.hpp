// What a person says stands in a plan: norms, spans that only look like norms, and the flags a trap must raise.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "schemas/model/norm.hpp"

namespace planlezer::evaluate {

/// A file or folder that cannot be scored, with its name; one Dutch sentence.
class EvaluateError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A kind for numbers of a norm for which there is no kind: neither needed nor wrong.
inline constexpr std::string_view kind_other = "other";

/// Codes of which one will do.
using FlagChoice = std::vector<FlagCode>;

struct GoldNorm {
    std::string kind;
    std::optional<Decimal> value;
    Unit unit = Unit::none;
    ValueSource value_source = ValueSource::text;
    NormRole role = NormRole::rule;
    std::string subject;
    bool subject_visible = true;  ///< false: it lies outside the excerpt and is not scored
    std::string condition;
    std::string article;
    std::string quote;
    int page = 0;              ///< from 1, of the quote; 0 when the gold does not tell
    std::vector<FlagChoice> flags;  ///< the norm must carry one of each
};

/// Looks like a norm and is none.
struct GoldDecoy {
    std::string quote;
    std::string reason;
};

struct GoldFile {
    std::string name;      ///< file name without ".json"
    std::string plan_id;   ///< "plan_id", or "plan" where it is the name of the file; empty: the name of a document tells
    std::string style;     ///< "svbp2012", "toelichting" ...; "onbekend" when the file does not tell
    std::vector<GoldNorm> norms;
    std::vector<GoldDecoy> decoys;
    std::vector<FlagChoice> expected_flags;  ///< the plan must raise one of each
};

/// Every *.json of the folder, by name. Throws EvaluateError naming the file and what is wrong with it.
[[nodiscard]] std::vector<GoldFile> load_gold(const std::filesystem::path& folder);

/// nokhoogte counts as bouwhoogte, wooneenheden as aantal, vloeroppervlakte as oppervlakte.
[[nodiscard]] std::string kind_class(std::string_view kind);
/// Of bouwhoogte, goothoogte, nokhoogte.
[[nodiscard]] bool is_height(std::string_view kind);

}  // namespace planlezer::evaluate
