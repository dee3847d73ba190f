// Reads documents and pages by workers: borrows, retries, replaces. A fault of a worker ends here, as a Failure.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/discover/discover.hpp"
#include "pipeline/worker_process/limits.hpp"
#include "pipeline/worker_process/worker_process.hpp"

namespace planlezer {

using OpenedDocument = std::variant<wire::DocumentInfo, Failure>;
using wire::PageReading;

/// For the log and the tests: how the workers fared.
struct WorkerCounts {
    std::atomic<int> started{0};
    std::atomic<int> died{0};
    std::atomic<int> lied{0};
    std::atomic<int> timed_out{0};
    std::atomic<int> too_large{0};
    std::atomic<int> recycled{0};  ///< after enough pages or grown too large between pages
};

/// What a trial of the worker program showed.
struct WorkerCheck {
    std::string fault;     ///< in Dutch; empty when it answers. Else no document could be read, and a run need not begin
    std::string messages;  ///< what it said of itself when it started: how it is fenced in
};

/// At most `size` processes at a time, each started when first needed and kept for the next page. Safe to use from
/// any number of threads; more than `size` of them wait for each other.
class WorkerPool {
  public:
    WorkerPool(WorkerCommand command, const WorkerLimits& limits, int size, std::stop_token stop);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Starts one worker apart and has it answer a request that no worker can grant.
    [[nodiscard]] WorkerCheck check() const;

    /// Failure::page is 0.
    [[nodiscard]] OpenedDocument open(const InputFile& file);
    /// Failure::page is `page`, from 1. `info` is what open() said of the file; a worker that now says otherwise lies.
    [[nodiscard]] PageReading read_page(const InputFile& file, const wire::DocumentInfo& info, int page);

    [[nodiscard]] const WorkerCounts& counts() const { return counts_; }

  private:
    struct Worker;
    struct Task;
    /// What one try gave: a reply, the worker's fault, or a fault that lies with the file itself.
    using Attempt = std::variant<wire::Reply, WorkerFault, Failure>;

    [[nodiscard]] Attempt attempt(const Task& task, bool fresh);
    [[nodiscard]] std::variant<wire::Reply, Failure> attempt_twice(const Task& task);
    [[nodiscard]] std::variant<wire::DocumentInfo, WorkerFault, Failure> make_open(Worker& worker, const Task& task);
    [[nodiscard]] Attempt ask_page(Worker& worker, const Task& task);
    [[nodiscard]] std::unique_ptr<Worker> borrow(const std::string& sha256, bool fresh);
    void give_back(std::unique_ptr<Worker> worker);
    [[nodiscard]] bool given_up(const std::string& sha256);
    void count(WorkerFault fault, const Task& task);

    WorkerCommand command_;
    WorkerLimits limits_;
    int size_;
    std::stop_token stop_;
    WorkerCounts counts_;

    std::mutex mutex_;  ///< guards what follows
    std::condition_variable freed_;
    int borrowed_ = 0;
    std::vector<std::unique_ptr<Worker>> idle_;
    std::map<std::string, int> timeouts_;  ///< pages that timed out, by sha256 of the document
};

}  // namespace planlezer
