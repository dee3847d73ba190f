// Reads a world file: six numbers in a text, a line each.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "schemas/model/world_file.hpp"

namespace planlezer {

/// nullopt for what is not six finite numbers and white space, or would flatten the sheet. A decimal comma is read too.
[[nodiscard]] std::optional<WorldFile> parse_world_file(std::span<const std::byte> bytes);

}  // namespace planlezer
