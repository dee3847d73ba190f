// A table as STOP has it: the CALS model with named columns and spans.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/package.hpp"
#include "schemas/omgevingsplan/write/xml_writer.hpp"

namespace planlezer::omgevingsplan {

/// Every place of the table is filled: where no cell lies comes an empty entry. A span never leaves head or body, and a row
/// in which no cell begins is taken out (a row without entry is no row to STOP). Every entry names its columns.
void write_table(XmlWriter& xml, const TextTable& table);

}  // namespace planlezer::omgevingsplan
