// What a worker may use before main ends it: one table, each limit with its unit.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace planlezer {

/// Main's limits, kept from outside. A worker has its own besides (address space, CPU seconds), in extractors/.
struct WorkerLimits {
    std::chrono::milliseconds open_deadline{60'000};   ///< wall clock, to open a document and count its pages
    std::chrono::milliseconds page_deadline{180'000};  ///< wall clock, to read one page; longer than the worker's own for OCR
    int pages_per_process = 400;                       ///< pages, after which a fresh process takes over
    std::uint64_t recycle_above_bytes = std::uint64_t{768} << 20U;  ///< resident, looked at after each page
    std::uint64_t kill_above_bytes = std::uint64_t{3} << 29U;       ///< 1.5 GiB, resident, looked at while a page is read
    int timeouts_per_document = 5;  ///< pages; after so many the rest of the document is not tried
};

}  // namespace planlezer
