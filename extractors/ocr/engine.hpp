// Tesseract behind one door: Dutch, LSTM only, the same words for the same picture whatever was read before.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extractors/image/leptonica.hpp"
#include "schemas/model/box.hpp"

namespace planlezer {

/// One word as Tesseract gives it.
struct OcrWord {
    std::string text;       ///< UTF-8, no white space, not empty
    Box box;                ///< pixels of the picture that was given
    double confidence = 0;  ///< 0-1
    bool raised = false;    ///< a superscript
};

using OcrLine = std::vector<OcrWord>;

class OcrEngine {
  public:
    /// \param tessdata folder with nld.traineddata and osd.traineddata; empty for the system's
    /// \throws std::runtime_error when Dutch is not installed, with what to install
    explicit OcrEngine(const std::string& tessdata);
    OcrEngine(const OcrEngine&) = delete;
    OcrEngine& operator=(const OcrEngine&) = delete;
    ~OcrEngine();

    /// What the picture holds. Raw: a line without Tesseract's own cleaning.
    enum class Layout { one_line, raw_line, one_word, one_number };

    /// The lines of text on a picture, 1 or 8 bit; none when there is nothing to read.
    [[nodiscard]] std::vector<OcrLine> read(Pix& picture, int dpi, Layout layout);

    /// Quarter turns clockwise that set this binary picture upright, and how sure that is (above 1 is usable).
    struct Orientation {
        int turns = 0;
        double confidence = 0;
    };
    [[nodiscard]] Orientation orientation(Pix& binary, int dpi);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace planlezer
