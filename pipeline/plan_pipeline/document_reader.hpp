// Opens documents and reads pages, each at most once: from the store where it is there, else by a worker.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/discover/discover.hpp"
#include "pipeline/group/group.hpp"
#include "pipeline/progress/progress.hpp"
#include "pipeline/store/page_store.hpp"
#include "pipeline/worker_pool/worker_pool.hpp"

namespace planlezer {

/// What is known of a file before plans are made of the files.
struct SurveyedFile {
    std::optional<wire::DocumentInfo> info;     ///< none when it could not be opened
    std::optional<Failure> failure;             ///< why not
    std::optional<PageReading> first_reading;   ///< only what the store could not keep: a failure, or a page when it is full
    bool first_page_read = false;               ///< in the survey, whatever came of it
    FirstPage first_page;                       ///< what it tells of the plan
};

class DocumentReader {
  public:
    DocumentReader(WorkerPool& pool, PageStore& store, Progress& progress) : pool_(pool), store_(store), progress_(progress) {}

    /// Opens the file, and reads its first page when `needs_first_page`.
    [[nodiscard]] SurveyedFile survey(const InputFile& file, bool needs_first_page);
    /// \pre surveyed.info
    [[nodiscard]] PageReading page(const InputFile& file, const SurveyedFile& surveyed, int number);

  private:
    [[nodiscard]] PageReading read(const InputFile& file, const wire::DocumentInfo& info, int number, bool& kept);

    WorkerPool& pool_;
    PageStore& store_;
    Progress& progress_;
};

/// Surveys all files, `jobs` at a time, in the present task arena. One entry a file, in the same order.
/// Equal files are opened once.
[[nodiscard]] std::vector<SurveyedFile> survey(DocumentReader& reader, const Inputs& inputs, const std::stop_token& stop);

}  // namespace planlezer
