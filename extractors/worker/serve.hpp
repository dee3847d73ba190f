// Answers one request after the other until main hangs up.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extractors/ocr/engine.hpp"
#include "extractors/worker/channel.hpp"

namespace planlezer {

/// Returns the exit code of the process: 0 when main hung up, 2 when it sent what is no request.
[[nodiscard]] int serve(Channel& channel, OcrEngine& engine);

}  // namespace planlezer
