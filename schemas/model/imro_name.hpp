// The identification of a plan, NL.IMRO.<overheidscode>.<plan>-<versie>: found in a name, compared by version.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace planlezer {

struct ImroName {
    std::string text;     ///< as written: "NL.IMRO.0664.BPBS03-ON99"
    std::string plan;     ///< without the version, lower case: the same for all versions of a plan
    std::string version;  ///< lower case: "on99"

    /// Same identification, whatever the case of its letters.
    [[nodiscard]] std::string key() const { return plan + "-" + version; }
};

/// The first identification in a text ("r_NL.IMRO.0001.Dorp-VA01.pdf"); nullopt when there is none or it has no version.
[[nodiscard]] std::optional<ImroName> find_imro_name(std::string_view text);

/// Which version of one plan is the newer: vastgesteld over ontwerp over voorontwerp over concept, then the higher
/// number. Unordered for versions that tell nothing of each other ("0401" and "va01"), equivalent for equal ones.
[[nodiscard]] std::partial_ordering compare_versions(std::string_view a, std::string_view b);

}  // namespace planlezer
