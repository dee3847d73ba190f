// One thing that is wrong with a delivery: what rule it breaks, where, and what to do about it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace planlezer::omgevingsplan {

enum class Severity {
    error,  ///< the delivery is refused
    warning,  ///< accepted, with a remark
    info,  ///< about the check itself; nothing is wrong
};

struct Finding {
    /// As the LVBB, STOP, TPOD or OZON names the rule ("LVBB3008"); our own: XML, XSD, RNG, OW-GIO, PONS, GEO.
    std::string code;
    Severity severity = Severity::error;
    std::string file;  ///< name in the package; empty when it is about the whole
    long line = 0;  ///< from 1; 0 when there is none
    std::string place;  ///< eId, identificatie or other name of the thing; may be empty
    std::string message;  ///< Dutch, for a planner or GIS specialist, with the way out

    friend auto operator<=>(const Finding&, const Finding&) = default;
};

/// "fout", "waarschuwing", "melding".
[[nodiscard]] std::string_view severity_name(Severity severity);

/// By file, line, code, place; the same finding twice becomes one.
void sort_findings(std::vector<Finding>& findings);

/// One line without a line end: "besluit.xml:12: fout STOP0012 (art_1): ...". Blanks in it are single.
[[nodiscard]] std::string finding_line(const Finding& finding);

}  // namespace planlezer::omgevingsplan
