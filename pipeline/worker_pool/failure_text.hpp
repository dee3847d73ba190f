// The Dutch sentence for a fault of a worker or a file, with the way out: all of them in one place.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pipeline/worker_process/worker_process.hpp"
#include "schemas/model/plan.hpp"

namespace planlezer {

/// `page` 0 for the whole document.
[[nodiscard]] Failure failure_of_fault(WorkerFault fault, int page);
/// A page that was not tried, because too many pages of its document timed out.
[[nodiscard]] Failure failure_given_up(int page);
/// The file was changed or removed since it was hashed.
[[nodiscard]] Failure failure_changed_file(int page);
/// An exception inside planlezer, for a whole document.
[[nodiscard]] Failure failure_of_bug(const std::string& what);
[[nodiscard]] Failure failure_not_started(int page, const std::string& why);
/// A failure as a worker reported it, made fit to be shown: its text bounded and printable, its page set by us.
[[nodiscard]] Failure failure_from_worker(const Failure& reported, int page);

}  // namespace planlezer
