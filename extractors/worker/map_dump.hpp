// A map sheet as JSON, for people and tests.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "extractors/ocr/engine.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// One JSON object; without the words of the page.
[[nodiscard]] std::string map_json(const MapSheet& sheet);

/// One object a page that is a map, on stdout. \param page from 1; 0 for all
/// Returns the exit code: 0, or 4 when the file could not be read or holds no map.
[[nodiscard]] int dump_map(const std::string& file, int page, OcrEngine& engine);

}  // namespace planlezer
