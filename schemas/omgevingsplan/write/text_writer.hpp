// The text of the regeling as STOP has it: chapters, articles, lists, tables, and the list of information objects.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/omgevingsplan/package.hpp"
#include "schemas/omgevingsplan/write/xml_writer.hpp"

namespace planlezer::omgevingsplan {

void write_part(XmlWriter& xml, const Package& package, const Part& part);

/// Whether any information object belongs in the bijlage "Overzicht informatieobjecten".
[[nodiscard]] bool has_listed_objects(const Package& package);
void write_object_list(XmlWriter& xml, const Package& package);

/// Empty number or heading: left out.
void write_heading(XmlWriter& xml, std::string_view label, std::string_view number, std::string_view heading);
/// The ExtIoRef to an information object, with these eId and wId.
void write_reference_to(XmlWriter& xml, const InformationObject& gio, std::string_view e_id, std::string_view w_id);
void write_ids(XmlWriter& xml, std::string_view e_id, std::string_view w_id);

}  // namespace planlezer::omgevingsplan
