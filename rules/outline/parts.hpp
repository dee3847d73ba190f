// The parts of a document that are no rules: its table of contents and its toelichting.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules/layout/line.hpp"
#include "schemas/rulebook/sections.hpp"

namespace planlezer {

/// For every line, whether it stands in a table of contents.
[[nodiscard]] std::vector<bool> contents_lines(const std::vector<Line>& lines, const Sections& sections);

}  // namespace planlezer
