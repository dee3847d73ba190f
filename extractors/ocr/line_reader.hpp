// Reads the lines of a prepared page, and reads again, in another way, whatever must not be wrong: two readings
// that agree are worth more than one that is sure of itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extractors/image/prepare.hpp"
#include "extractors/ocr/engine.hpp"

namespace planlezer {

/// A word with what the second reading made of it.
struct ReadWord {
    OcrWord word;                ///< the more plausible reading; box in pixels of the prepared picture
    std::string second_reading;  ///< the other one where they differ; empty when equal or not read again
};

/// All words of the page, line by line. \pre page.grey is not null
[[nodiscard]] std::vector<ReadWord> read_lines(const PreparedPage& page, OcrEngine& engine);

/// Brings two readings of one line together, word over word by place.
[[nodiscard]] std::vector<ReadWord> compared(const OcrLine& first, const OcrLine& second);

}  // namespace planlezer
