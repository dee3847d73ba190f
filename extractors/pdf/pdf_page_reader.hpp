// Decides page by page whether a PDF's own text can be used or the page must be read from its picture.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "extractors/ocr/engine.hpp"
#include "extractors/pdf/pdf_document.hpp"

namespace planlezer {

/// \pre 1 <= number <= document.pages()
[[nodiscard]] std::variant<TextPage, Failure> read_pdf_page(PdfDocument& document, int number, bool force_ocr, OcrEngine& engine);

}  // namespace planlezer
