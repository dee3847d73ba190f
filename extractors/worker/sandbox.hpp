// Gives away every right a decoder does not need, before it meets the first byte of a stranger's file.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace planlezer {

/// Limits on memory and time; no new privileges; Landlock (files can only be read, and only where fonts and language
/// data live) where the kernel has it; a filter on system calls (no sockets, no new programs, no file opened for
/// writing); nothing written to files. Cannot be undone. Says on standard error, once, how far it came.
/// \param tessdata a folder that stays readable; may be empty
void enter_sandbox(const std::string& tessdata);

}  // namespace planlezer
