// The letters of one text on a picture, and the two ways in which they are read.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "extractors/image/leptonica.hpp"
#include "extractors/map/raster/components.hpp"
#include "extractors/map/raster/sheet_raster.hpp"
#include "extractors/ocr/engine.hpp"

namespace planlezer {

/// The form of one letter, in cells of a grid stretched over its box, with its proportions.
struct LetterForm {
    static constexpr int columns = 12;
    static constexpr int rows = 16;
    std::array<std::uint8_t, columns * rows> ink{};  ///< 0-255
    double aspect = 0;   ///< width to height
    double height = 0;   ///< share of the tallest letter beside it
    double top = 0;      ///< of its box below the top of the tallest, in heights of that
};

/// Letters of one base line, left to right.
struct LetterLine {
    std::vector<PixelBox> letters;
    std::vector<LetterForm> forms;
    PixelBox box;
};

[[nodiscard]] LetterLine letter_line(std::vector<const Component*> letters, const Components& ink);

struct Reading {
    std::string text;
    double confidence = 0;           ///< 0-1
    std::vector<OcrWord> words;      ///< boxes in pixels of the sheet
};

/// "SL" and "B%" on a map are "5L" and "8%": bouwlagen and percentages are counted in figures. Word by word.
[[nodiscard]] std::string as_figures(const std::string& text);

/// Before a decimal comma stands a figure: "bo,5" is what a second reading calls "b9,5". \param second with or without blanks
[[nodiscard]] std::string with_figures_before_commas(const std::string& text, const std::string& second);

/// Only the pixels of these letters, on white, by Tesseract.
[[nodiscard]] Reading read_letters(const std::vector<const Component*>& letters, const Components& ink, const SheetRaster& raster,
                                   OcrEngine::Layout layout, OcrEngine& engine);

}  // namespace planlezer
