// An information object: its GML with the places and values, and its XML with name, digest and style.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

[[nodiscard]] std::string gio_gml(const Package& package, const InformationObject& gio);
/// `gml` is what gio_gml gave: its digest stands in the XML.
[[nodiscard]] std::string gio_xml(const Package& package, const InformationObject& gio, const std::string& gml);

}  // namespace planlezer::omgevingsplan
