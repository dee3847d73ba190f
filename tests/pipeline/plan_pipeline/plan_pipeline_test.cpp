#include "pipeline/plan_pipeline/plan_pipeline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>

#include "tests/pipeline/support/fake_input.hpp"

namespace planlezer {

namespace {

using namespace std::chrono_literals;

/// A run over the documents of a folder, with the rules but without the rule book's data.
class PlanPipelineTest : public testing::Test {
  protected:
    struct Written {
        std::string plan_id;
        bool done = false;
        bool reused = false;
        std::string internal_error;
        std::vector<int> pages;  ///< that failed, of the first document
    };

    std::vector<Written> run(int jobs) {
        Log log({true, false});
        Progress progress(log);
        WorkerPool pool(test::fake_worker(), limits_, jobs, stop_.get_token());
        PageStore store(folder_.path(".cache"), std::string(64, '1'));
        DocumentReader reader(pool, store, progress);
        const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(jobs));
        tbb::task_arena arena(jobs);
        std::vector<Written> written;
        arena.execute([&] {
            const Inputs inputs = discover({folder_.path()}, {});
            const std::vector<SurveyedFile> surveyed = survey(reader, inputs, stop_.get_token());
            std::vector<FirstPage> first_pages;
            for (const SurveyedFile& file : surveyed) first_pages.push_back(file.first_page);
            const std::vector<PlanGroup> plans = group_plans(inputs, first_pages);
            PlanWork work{inputs, surveyed, plans, reader, book_, jobs, stop_.get_token(), find_, keep_, {}};
            work.write = [&](const PlanOutcome& outcome) {
                Written row{plans[outcome.plan].plan_id, outcome.result.has_value(), outcome.reused, outcome.internal_error, {}};
                if (outcome.result) {
                    for (const Failure& failure : outcome.result->documents.at(0).failures) row.pages.push_back(failure.page);
                }
                written.push_back(row);
                return written.size() != stop_after_;
            };
            run_plans(work);
        });
        started_ = pool.counts().started;
        return written;
    }

    test::Folder folder_;
    WorkerLimits limits_;
    RuleBook book_;
    std::stop_source stop_;
    std::function<std::optional<PlanResult>(const PlanGroup&)> find_ = [](const PlanGroup&) { return std::nullopt; };
    std::function<void(const PlanGroup&, const PlanResult&)> keep_ = [](const PlanGroup&, const PlanResult&) {};
    std::size_t stop_after_ = 0;
    int started_ = 0;
};

std::string numbered(int number) { return (number < 10 ? "plan-0" : "plan-") + std::to_string(number); }

}  // namespace

TEST_F(PlanPipelineTest, WritesInOrderWhateverTheJobs) {
    for (int i = 0; i < 20; ++i) folder_.document(numbered(i) + ".pdf", (i % 3 == 0 ? "pages 3\npage 2 slow 60\n" : "pages 4\npage 3 crash\n") + numbered(i));
    for (const int jobs : {1, 4}) {
        const std::vector<Written> written = run(jobs);
        ASSERT_EQ(written.size(), 20U);
        for (std::size_t i = 0; i < written.size(); ++i) {
            EXPECT_EQ(written[i].plan_id, numbered(static_cast<int>(i)));
            EXPECT_TRUE(written[i].done);
            EXPECT_EQ(written[i].pages, i % 3 == 0 ? std::vector<int>{} : std::vector<int>{3});
        }
    }
}

TEST_F(PlanPipelineTest, ABrokenPlanLeavesTheOthersAlone) {
    folder_.document("a.pdf", "open crash");
    folder_.document("b.pdf", "pages 2");
    folder_.write("c.pdf", "geen document");
    const std::vector<Written> written = run(2);
    ASSERT_EQ(written.size(), 3U);
    EXPECT_EQ(written[0].pages, std::vector<int>{0});
    EXPECT_EQ(written[1].pages, std::vector<int>{});
    EXPECT_EQ(written[2].pages, std::vector<int>{0});
}

TEST_F(PlanPipelineTest, AnExceptionInOnePlanIsThatPlansOwn) {
    folder_.document("a.pdf", "pages 1");
    folder_.document("b.pdf", "pages 1\npage 1 words b");
    find_ = [](const PlanGroup& plan) -> std::optional<PlanResult> {
        if (plan.plan_id == "a") throw std::runtime_error("a bug");
        return std::nullopt;
    };
    const std::vector<Written> written = run(2);
    ASSERT_EQ(written.size(), 2U);
    EXPECT_EQ(written[0].internal_error, "a bug");
    EXPECT_EQ(written[0].pages, std::vector<int>{0}) << "named in the output as unread";
    EXPECT_EQ(written[1].internal_error, "");
}

TEST_F(PlanPipelineTest, TakesOverAnEarlierResult) {
    folder_.document("a.pdf", "pages 1");
    find_ = [](const PlanGroup& plan) {
        PlanResult result;
        result.plan_id = plan.plan_id;
        result.documents.emplace_back();
        return std::optional(result);
    };
    keep_ = [](const PlanGroup&, const PlanResult&) { FAIL() << "it is there already"; };
    EXPECT_TRUE(run(1).at(0).reused);
}

TEST_F(PlanPipelineTest, ReadsNoPageTwice) {
    folder_.document("a.pdf", "pages 3\npage 1 words NL.IMRO.0001.Dorp-VA01");
    EXPECT_EQ(run(1).at(0).plan_id, "NL.IMRO.0001.Dorp-VA01");
    EXPECT_EQ(started_, 1);
    run(1);
    EXPECT_EQ(started_, 0) << "all is in the store";
}

TEST_F(PlanPipelineTest, ReadsAPageThatFailedOnlyOncePerRun) {
    limits_.page_deadline = 300ms;
    folder_.document("a.pdf", "pages 1\npage 1 hang");
    EXPECT_EQ(run(1).at(0).pages, std::vector<int>{1});
    EXPECT_EQ(started_, 1) << "the survey's failure stands: a second try would have taken a second worker";
}

TEST_F(PlanPipelineTest, AccountsForEveryPlanOfAStoppedRun) {
    for (int i = 0; i < 12; ++i) folder_.document(numbered(i) + ".pdf", "pages 1\n" + numbered(i));
    std::atomic<int> kept = 0;
    keep_ = [&](const PlanGroup&, const PlanResult&) {
        if (++kept == 3) stop_.request_stop();
    };
    const std::vector<Written> written = run(1);
    EXPECT_EQ(written.size(), 12U);
    EXPECT_EQ(std::ranges::count_if(written, &Written::done), 3);
}

TEST_F(PlanPipelineTest, WritesNoMoreAfterAFailedWrite) {
    for (int i = 0; i < 12; ++i) folder_.document(numbered(i) + ".pdf", "pages 1\n" + numbered(i));
    stop_after_ = 5;
    EXPECT_EQ(run(2).size(), 5U);
}

}  // namespace planlezer
