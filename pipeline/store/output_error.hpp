// The one fault that stops a run: something could not be written.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "pipeline/discover/unique_names.hpp"
#include "pipeline/system_error.hpp"

namespace planlezer {

class OutputError : public std::runtime_error {
  public:
    OutputError(const std::filesystem::path& path, int error_number)
        : std::runtime_error("Kan niet schrijven naar " + printable_utf8(path.native()) + ": " + system_error_text(error_number)) {}
    OutputError(const std::filesystem::path& path, const std::string& why)
        : std::runtime_error("Kan niet schrijven naar " + printable_utf8(path.native()) + ": " + why) {}
};

}  // namespace planlezer
