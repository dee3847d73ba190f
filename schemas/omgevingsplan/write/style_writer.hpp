// How an information object with values is drawn: one symbol of STOP's library a value.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/package.hpp"
#include "schemas/omgevingsplan/write/xml_writer.hpp"

namespace planlezer::omgevingsplan {

/// Writes nothing for an object without values: the viewer then draws it as it draws any area.
void write_style(XmlWriter& xml, const InformationObject& gio);

}  // namespace planlezer::omgevingsplan
