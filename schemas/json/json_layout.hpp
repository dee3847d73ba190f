// How all JSON of this program is laid out, and the pieces several JSON writers share.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "schemas/model/plan.hpp"
#include "schemas/model/provenance.hpp"

namespace planlezer {

/// Members keep the order in which they were set: the order of the contract.
using Json = nlohmann::ordered_json;

/// UTF-8 text, two blanks a level, lists of numbers or texts on one line, a line feed at the end.
/// Bytes that are not UTF-8 become U+FFFD: a broken word must not cost the plan.
[[nodiscard]] std::string laid_out(const Json& json);
/// The same without the line feed, as it stands `depth` levels deep in another document.
[[nodiscard]] std::string laid_out_inside(const Json& json, int depth);

/// null for an empty text, as the contract has it.
[[nodiscard]] Json text_or_null(std::string_view text);
/// Rounded half away from zero to so many decimals; prints without binary noise.
[[nodiscard]] double rounded(double value, int decimals);
[[nodiscard]] Json provenance_json(const Provenance& provenance);
[[nodiscard]] Json failures_json(const std::vector<Failure>& failures);

}  // namespace planlezer
