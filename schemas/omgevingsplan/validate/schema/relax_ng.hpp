// Holds the files that this program writes against its own RELAX NG profile.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "schemas/omgevingsplan/validate/delivery.hpp"
#include "schemas/omgevingsplan/validate/finding.hpp"

namespace planlezer::omgevingsplan::validation {

/// `profile` holds a folder for each version of STOP. For a delivery that we did not write it only says that it was not looked
/// at.
void check_profile(const Delivery& delivery, const std::filesystem::path& profile, std::vector<Finding>& findings);

}  // namespace planlezer::omgevingsplan::validation
