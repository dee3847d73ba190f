// A picture of a sheet as a map: signs, texts, areas and lines found among its pixels.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "extractors/image/leptonica.hpp"
#include "extractors/map/sheet_parts.hpp"
#include "extractors/ocr/engine.hpp"
#include "schemas/model/map_sheet.hpp"

namespace planlezer {

/// A quick look: large, or with areas in colour. A page of text is neither.
/// \param dpi of the longer side
[[nodiscard]] bool may_be_map(const PageImage& image, double dpi);

/// A closer look at a small page without much colour: lines that go over much of it, and little text.
/// \param image 100 dots an inch or more \throws std::bad_alloc when memory runs out
[[nodiscard]] bool may_be_small_map(const PageImage& image);

/// nullopt when the picture is no map. \param image as displayed, in colour; taken over and freed early
/// \throws std::bad_alloc when memory runs out
[[nodiscard]] std::optional<MapSheet> read_picture_map(PageImage image, OcrEngine& engine);

/// Only what is written: page, texts, signs with and without meaning, lines of ink.
/// \throws std::bad_alloc when memory runs out
[[nodiscard]] SheetParts read_picture_writing(PageImage image, OcrEngine& engine);

}  // namespace planlezer
