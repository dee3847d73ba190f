// What a reading or a result was made by: the programs and models, known by their bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace planlezer {

/// Hash over the worker program and the Tesseract models it will read. Throws UsageError when the program is not there.
[[nodiscard]] std::string worker_identity(const std::filesystem::path& worker);

/// Hash over this program and its version.
[[nodiscard]] std::string program_identity();

}  // namespace planlezer
