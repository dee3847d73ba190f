// The words of a page from its picture: cleaned up, read, doubtful lines read again, mapped back to the page.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/image/leptonica.hpp"
#include "extractors/ocr/engine.hpp"
#include "schemas/model/text_page.hpp"

namespace planlezer {

/// Size, words, rulings, notes and dpi of the page; its number stays 1. A picture without text gives no words.
/// \param image resolution 0 means unknown: limits::scan_dpi
/// \throws std::bad_alloc when memory runs out
[[nodiscard]] TextPage read_picture(PageImage image, OcrEngine& engine);

}  // namespace planlezer
