// Counts what is done and shows it: one live line on a terminal, else now and then a plain line.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "pipeline/progress/log.hpp"

namespace planlezer {

/// Safe to use from any thread. Times only go to the log, never into results.
class Progress {
  public:
    explicit Progress(Log& log);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void expect_documents(int count) { documents_expected_ += count; }
    void expect_pages(int count) { pages_expected_ += count; }
    /// Pages that will not be read after all: of a duplicate, or of a plan taken from the store.
    void skip_pages(int count) { pages_expected_ -= count; }
    void page_done() { ++pages_done_; }
    void plan_done(int documents, int flagged) {
        documents_done_ += documents;
        flagged_ += flagged;
    }

    /// Takes the live line away; no more is shown.
    void finish();

    /// "12/40 documenten, 310/950 pagina's, 4,2 pagina's/s, nog 2 min 30 s, 17 te controleren"
    [[nodiscard]] std::string line() const;

  private:
    void tick(const std::stop_token& stop);

    Log& log_;
    std::chrono::steady_clock::time_point start_;
    std::atomic<int> documents_expected_{0};
    std::atomic<int> documents_done_{0};
    std::atomic<int> pages_expected_{0};
    std::atomic<int> pages_done_{0};
    std::atomic<int> flagged_{0};
    std::mutex mutex_;
    std::condition_variable_any woken_;
    std::jthread ticker_;  ///< last: it uses all the others
};

/// "2 min 30 s", "1 u 5 min"; under an hour to the second.
[[nodiscard]] std::string duration_text(std::chrono::seconds duration);

}  // namespace planlezer
