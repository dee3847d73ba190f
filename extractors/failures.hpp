// Failures that more than one reader gives, so that they are said in the same words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schemas/model/plan.hpp"

namespace planlezer {

inline Failure page_too_large(int number) {
    return {number, FailureKind::limit_exceeded, "De pagina is te groot om te lezen. Lever haar met een lagere resolutie aan."};
}

}  // namespace planlezer
