// Holds every file of a delivery against the official XML Schema of its kind and version, offline.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "schemas/omgevingsplan/validate/delivery.hpp"
#include "schemas/omgevingsplan/validate/finding.hpp"

namespace planlezer::omgevingsplan::validation {

/// `schemas` is a folder with a catalog.xml; when empty, the catalogs of XML_CATALOG_FILES serve. Without either one remark says
/// that nothing was checked. From the first call on, libxml2 opens nothing over the network in this process.
void check_schemas(const Delivery& delivery, const std::filesystem::path& schemas, std::vector<Finding>& findings);

}  // namespace planlezer::omgevingsplan::validation
