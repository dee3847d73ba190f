// The exit codes users script against; see the table in the manual page.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace planlezer {

enum class ExitCode : int {
    clean = 0,           ///< every document read, nothing to review
    internal_error = 1,  ///< a bug
    wrong_use = 2,       ///< option, rule book, unwritable output: nothing was processed
    review_needed = 3,   ///< finished; a document or norm needs a person
    unreadable = 4,      ///< finished; a document could not be read, all others are complete; wins over 3
    output_failed = 5,   ///< output could not be written; what is there is whole
    interrupted = 130,   ///< SIGINT
    terminated = 143,    ///< SIGTERM
};

}  // namespace planlezer
