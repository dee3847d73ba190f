// The words inside the pictures of a digital page: a table or a letter that was pasted in as a scan.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "extractors/ocr/engine.hpp"
#include "extractors/pdf/pdf_document.hpp"

namespace planlezer {

/// Reads the larger pictures of a page and adds their words and lines, where a picture is text for the most part.
/// \param page the page from its text layer; left alone when it was turned
void add_words_of_pictures(PdfDocument& document, const std::vector<PlacedImage>& pictures, TextPage& page, OcrEngine& engine);

}  // namespace planlezer
