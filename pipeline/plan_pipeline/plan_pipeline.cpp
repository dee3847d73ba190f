#include "pipeline/plan_pipeline/plan_pipeline.hpp"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <exception>

#include "pipeline/worker_pool/failure_text.hpp"

namespace planlezer {

namespace {

// Plans on their way at a time, as a multiple of the jobs. Only as many as there are jobs hold pages; the others are
// results that wait for their turn to be written behind a slow plan.
constexpr std::size_t tokens_per_job = 4;

using OutcomePointer = std::shared_ptr<PlanOutcome>;

/// One page to read and where its reading goes.
struct PageTask {
    std::size_t document = 0;
    int page = 0;
    PageReading reading{};

    PageTask(std::size_t document_index, int number) : document(document_index), page(number) {}
};

bool cancelled(const PlanInput& input) {
    return std::ranges::any_of(input.documents, [](const DocumentPages& document) {
        return std::ranges::any_of(document.document.failures, [](const Failure& f) { return f.kind == FailureKind::cancelled; });
    });
}

DocumentPages start_document(const InputFile& file, const SurveyedFile& surveyed, const PlanDocument& planned) {
    DocumentPages document;
    document.document.file = file.name;
    document.document.sha256 = file.sha256;
    document.duplicate = planned.duplicate;
    document.duplicate_of = planned.duplicate_of;
    if (surveyed.info) {
        document.document.media_type = surveyed.info->media_type;
        document.document.pages = static_cast<int>(surveyed.info->pages);
    }
    if (surveyed.failure && !planned.duplicate) document.document.failures.push_back(*surveyed.failure);
    return document;
}

/// Puts a page where the rules look for its kind.
class PagePlacer {
  public:
    explicit PagePlacer(DocumentPages& document) : document_(document) {}

    void operator()(TextPage&& page) {
        count_ocr(page);
        document_.pages.push_back(std::move(page));
    }
    void operator()(MapSheet&& sheet) {
        count_ocr(sheet.text);
        document_.sheets.push_back(std::move(sheet));
    }
    void operator()(PlanMap&& plan) { document_.imro = std::move(plan); }
    void operator()(WorldFile&& file) { document_.world_file = file; }
    void operator()(Failure&& failure) { document_.document.failures.push_back(std::move(failure)); }
    void operator()(wire::PageContent&& content) { std::visit(*this, std::move(content)); }

  private:
    void count_ocr(const TextPage& page) {
        if (page.origin == TextOrigin::ocr) ++document_.document.pages_ocr;
    }

    DocumentPages& document_;
};

/// The rules know documents by their pages only: the first one says that the file was mended.
void note_repaired(DocumentPages& document) {
    if (document.pages.empty()) return;
    std::vector<PageNote>& notes = document.pages.front().notes;
    if (std::ranges::find(notes, PageNote::repaired_file) == notes.end()) notes.push_back(PageNote::repaired_file);
}

/// After a bug in the rules: every document by name, none as read.
PlanResult unread_result(const PlanWork& work, const PlanGroup& plan, const std::string& what) {
    PlanResult result;
    result.plan_id = plan.plan_id;
    result.imro_id = plan.imro_id;
    result.name = plan.plan_id;
    for (const PlanDocument& planned : plan.documents) {
        result.documents.push_back(start_document(work.inputs.files[planned.file], work.surveyed[planned.file], planned).document);
        result.documents.back().failures.push_back(failure_of_bug(what));
    }
    return result;
}

PlanOutcome read_one(const PlanWork& work, std::size_t index) {
    const auto start = std::chrono::steady_clock::now();
    const PlanGroup& plan = work.plans[index];
    PlanOutcome outcome;
    outcome.plan = index;
    try {
        outcome.result = work.find_result(plan);
        outcome.reused = outcome.result.has_value();
        if (!outcome.reused) {
            const PlanInput input = read_pages(work, plan);
            if (!cancelled(input)) {
                outcome.result = read_plan(input, work.book);
                work.keep_result(plan, *outcome.result);
            }
        }
    } catch (const std::exception& error) {
        outcome.internal_error = error.what();
    } catch (...) {
        outcome.internal_error = "onbekende uitzondering";
    }
    if (!outcome.internal_error.empty()) outcome.result = unread_result(work, plan, outcome.internal_error);
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return outcome;
}

}  // namespace

PlanInput read_pages(const PlanWork& work, const PlanGroup& plan) {
    PlanInput input{plan.plan_id, plan.imro_id, plan.newer_version, {}};
    std::vector<PageTask> tasks;
    for (const PlanDocument& planned : plan.documents) {
        const SurveyedFile& surveyed = work.surveyed[planned.file];
        input.documents.push_back(start_document(work.inputs.files[planned.file], surveyed, planned));
        if (planned.duplicate || !surveyed.info) continue;
        const int pages = static_cast<int>(surveyed.info->pages);
        for (int page = 1; page <= pages; ++page) tasks.emplace_back(input.documents.size() - 1, page);
    }
    // Isolated: a thread that waits for the last page must not begin another plan meanwhile, or plans would pile up
    // on it, each with its pages in memory.
    tbb::this_task_arena::isolate([&] {
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, tasks.size(), 1),
            [&](const tbb::blocked_range<std::size_t>& range) {
                for (std::size_t i = range.begin(); i != range.end(); ++i) {
                    const std::size_t file = plan.documents[tasks[i].document].file;
                    tasks[i].reading = work.reader.page(work.inputs.files[file], work.surveyed[file], tasks[i].page);
                }
            },
            tbb::simple_partitioner());
    });
    for (PageTask& task : tasks) std::visit(PagePlacer(input.documents[task.document]), std::move(task.reading));
    for (std::size_t i = 0; i < input.documents.size(); ++i) {
        const SurveyedFile& surveyed = work.surveyed[plan.documents[i].file];
        if (surveyed.info && surveyed.info->repaired) note_repaired(input.documents[i]);
    }
    return input;
}

void run_plans(const PlanWork& work) {
    std::size_t next = 0;
    bool go_on = true;  // only touched by the last, serial filter
    const auto source = tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) {
        if (next == work.plans.size()) {
            flow.stop();
            return std::size_t{0};
        }
        return next++;
    });
    const auto read = tbb::make_filter<std::size_t, OutcomePointer>(tbb::filter_mode::parallel, [&](std::size_t index) {
        // A stopped run passes the plans that are left through, undone, so that each is accounted for.
        if (work.stop.stop_requested()) return std::make_shared<PlanOutcome>(PlanOutcome{index, std::nullopt, false, {}, 0});
        return std::make_shared<PlanOutcome>(read_one(work, index));
    });
    const auto write = tbb::make_filter<OutcomePointer, void>(tbb::filter_mode::serial_in_order, [&](const OutcomePointer& outcome) {
        if (go_on) go_on = work.write(std::move(*outcome));
    });
    const std::size_t tokens = tokens_per_job * static_cast<std::size_t>(std::max(work.jobs, 1));
    tbb::parallel_pipeline(tokens, source & read & write);
}

}  // namespace planlezer
