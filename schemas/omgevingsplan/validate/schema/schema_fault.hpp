// What a schema says is wrong with a file, as libxml2 tells it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

struct _xmlError;

namespace planlezer::omgevingsplan::validation {

struct SchemaFault {
    long line = 0;  ///< from 1; 0 when unknown
    std::string message;  ///< libxml2's, in English, blanks folded
};

/// Takes down what libxml2 reports; its error handler with a SchemaFaults as data.
struct SchemaFaults {
    std::vector<SchemaFault> faults;  ///< the first of them, so many as a person reads
    static void take(void* data, _xmlError* error);
};

}  // namespace planlezer::omgevingsplan::validation
