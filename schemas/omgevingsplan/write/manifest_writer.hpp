// The papers that go with the files of a delivery: opdracht.xml, manifest.xml and manifest-ow.xml.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "schemas/omgevingsplan/package.hpp"

namespace planlezer::omgevingsplan {

[[nodiscard]] std::string order_xml(const Package& package);

struct ManifestLine {
    std::string name;
    std::string media_type;
};
/// Every file of the delivery, manifest.xml too; sorted by name.
[[nodiscard]] std::string manifest_xml(std::vector<ManifestLine> files);

struct OwManifestLine {
    std::string name;
    std::vector<std::string> object_types;
};
[[nodiscard]] std::string ow_manifest_xml(const Package& package, const std::vector<OwManifestLine>& files);

}  // namespace planlezer::omgevingsplan
