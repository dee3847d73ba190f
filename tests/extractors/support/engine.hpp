// One Tesseract for all tests of a process: loading the language takes longer than reading a line.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/ocr/engine.hpp"

namespace planlezer::testing {

[[nodiscard]] inline OcrEngine& engine() {
    setMsgSeverity(L_SEVERITY_NONE);  // as in the worker: damage in a file is no news for the log
    static OcrEngine one{""};
    return one;
}

}  // namespace planlezer::testing
