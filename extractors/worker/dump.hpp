// Shows what a worker reads in a file, for people: one JSON object a page on stdout.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "extractors/ocr/engine.hpp"

namespace planlezer {

struct DumpOptions {
    std::string file;
    int page = 0;           ///< from 1; 0 for all
    bool force_ocr = false;
    bool text = false;      ///< words only, one line of text a line
};

/// Returns the exit code: 0, or 4 when the file or one of the pages could not be read.
[[nodiscard]] int dump(const DumpOptions& options, OcrEngine& engine);

}  // namespace planlezer
