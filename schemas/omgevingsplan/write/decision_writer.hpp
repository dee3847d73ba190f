// The text of the decision: its articles, and the annex that puts the new text into the regeling.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/package.hpp"
#include "schemas/omgevingsplan/write/xml_writer.hpp"

namespace planlezer::omgevingsplan {

/// The component of the text that is delivered with the decision; what refers into it says "!main#".
inline constexpr const char* component = "main";

/// The eId of the reference to the Pons in the decision's own text.
inline constexpr const char* pons_reference = "art_III__ref_o_1";

void write_decision_text(XmlWriter& xml, const Package& package);

}  // namespace planlezer::omgevingsplan
