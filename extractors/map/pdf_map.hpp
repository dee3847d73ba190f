// A page of a PDF as a map sheet, read from what it draws.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "extractors/ocr/engine.hpp"
#include "extractors/pdf/pdf_document.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// nullopt when the page is no map. A scanned sheet is read from its picture. \pre 1 <= number <= document.pages()
[[nodiscard]] std::optional<MapSheet> read_pdf_map(PdfDocument& document, int number, OcrEngine& engine);

}  // namespace planlezer
