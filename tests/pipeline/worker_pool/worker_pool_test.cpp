#include "pipeline/worker_pool/worker_pool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/pipeline/support/fake_input.hpp"
#include "tests/pipeline/support/wait.hpp"

namespace planlezer {

namespace {

using namespace std::chrono_literals;

class WorkerPoolTest : public testing::Test {
  protected:
    WorkerLimits limits_ = [] {
        WorkerLimits limits;
        limits.open_deadline = 10s;
        limits.page_deadline = 10s;
        return limits;
    }();
    std::stop_source stop_;
    test::Folder folder_;

    InputFile document(std::string_view script, std::string_view name = "x.pdf") const { return test::fake_input(folder_, name, script); }

    /// All readings of a document: the page's first words, or the kind of its failure.
    static std::vector<std::string> readings(WorkerPool& pool, const InputFile& file) {
        std::vector<std::string> all;
        const OpenedDocument opened = pool.open(file);
        if (const auto* failure = std::get_if<Failure>(&opened)) return {std::string(failure_kind_text(failure->kind))};
        const auto& info = std::get<wire::DocumentInfo>(opened);
        for (int page = 1; page <= static_cast<int>(info.pages); ++page) {
            const PageReading reading = pool.read_page(file, info, page);
            const auto* content = std::get_if<wire::PageContent>(&reading);
            EXPECT_EQ(content != nullptr ? std::get<TextPage>(*content).number : std::get<Failure>(reading).page, page);
            all.push_back(content != nullptr ? "read" : std::string(failure_kind_text(std::get<Failure>(reading).kind)));
        }
        return all;
    }
};

using testing::ElementsAre;

}  // namespace

TEST_F(WorkerPoolTest, KeepsOneWorkerForAllPages) {
    WorkerPool pool(test::fake_worker(), limits_, 2, stop_.get_token());
    EXPECT_THAT(readings(pool, document("pages 4")), ElementsAre("read", "read", "read", "read"));
    EXPECT_EQ(pool.counts().started, 1);
}

TEST_F(WorkerPoolTest, ABadPageCostsThatPage) {
    WorkerPool pool(test::fake_worker(), limits_, 2, stop_.get_token());
    EXPECT_THAT(readings(pool, document("pages 3\npage 2 crash")), ElementsAre("read", "worker_died", "read"));
    EXPECT_EQ(pool.counts().died, 2) << "tried once more on a fresh process";
    EXPECT_THAT(readings(pool, document("pages 2\npage 1 garbage", "y.pdf")), ElementsAre("worker_died", "read"));
    EXPECT_EQ(pool.counts().lied, 2);
}

TEST_F(WorkerPoolTest, ADeathThatDoesNotComeBackCostsNothing) {
    WorkerPool pool(test::fake_worker(), limits_, 1, stop_.get_token());
    EXPECT_THAT(readings(pool, document("pages 2\npage 2 twice " + folder_.path("marker").native())), ElementsAre("read", "read"));
    EXPECT_EQ(pool.counts().died, 1);
    EXPECT_EQ(pool.counts().started, 2);
}

TEST_F(WorkerPoolTest, APageThatHangsIsNotTriedTwice) {
    limits_.page_deadline = 300ms;
    WorkerPool pool(test::fake_worker(), limits_, 1, stop_.get_token());
    EXPECT_THAT(readings(pool, document("pages 2\npage 1 hang")), ElementsAre("timed_out", "read"));
    EXPECT_EQ(pool.counts().timed_out, 1);
}

TEST_F(WorkerPoolTest, ADocumentThatKeepsHangingIsGivenUp) {
    limits_.page_deadline = 200ms;
    limits_.timeouts_per_document = 2;
    WorkerPool pool(test::fake_worker(), limits_, 1, stop_.get_token());
    const InputFile file = document("pages 5\npage 2 hang\npage 3 hang\npage 4 hang");
    EXPECT_THAT(readings(pool, file), ElementsAre("read", "timed_out", "timed_out", "timed_out", "timed_out"));
    EXPECT_EQ(pool.counts().timed_out, 2);
    EXPECT_THAT(readings(pool, document("pages 1", "other.pdf")), ElementsAre("read"));
}

TEST_F(WorkerPoolTest, AGrowingWorkerIsEnded) {
    limits_.kill_above_bytes = std::uint64_t{150} << 20U;
    WorkerPool pool(test::fake_worker(), limits_, 1, stop_.get_token());
    EXPECT_THAT(readings(pool, document("pages 2\npage 1 grow")), ElementsAre("limit_exceeded", "read"));
    EXPECT_EQ(pool.counts().too_large, 1);
}

TEST_F(WorkerPoolTest, AWorkerIsReplacedAfterSoManyPagesOrSoMuchMemory) {
    limits_.pages_per_process = 2;
    WorkerPool by_pages(test::fake_worker(), limits_, 1, stop_.get_token());
    EXPECT_THAT(readings(by_pages, document("pages 5")), testing::Each("read"));
    EXPECT_EQ(by_pages.counts().started, 3);
    limits_.pages_per_process = 100;
    limits_.recycle_above_bytes = 1;
    WorkerPool by_memory(test::fake_worker(), limits_, 1, stop_.get_token());
    EXPECT_THAT(readings(by_memory, document("pages 2")), testing::Each("read"));
    EXPECT_EQ(by_memory.counts().recycled, 3) << "after the opening and after each page";
}

TEST_F(WorkerPoolTest, AFileThatCannotBeOpenedIsAFailure) {
    WorkerPool pool(test::fake_worker(), limits_, 1, stop_.get_token());
    EXPECT_THAT(readings(pool, document("open encrypted")), ElementsAre("encrypted"));
    EXPECT_THAT(readings(pool, document("open crash", "b.pdf")), ElementsAre("worker_died"));
    EXPECT_THAT(readings(pool, document("open wrong", "c.pdf")), ElementsAre("worker_died"));
    EXPECT_THAT(readings(pool, document("pages 0", "d.pdf")), ElementsAre("unreadable"));
    EXPECT_THAT(readings(pool, document("pages 1000000", "e.pdf")), ElementsAre("worker_died")) << "no document has so many";
    EXPECT_THAT(readings(pool, document("pages 1", "f.pdf")), ElementsAre("read")) << "the pool is as good as before";
}

TEST_F(WorkerPoolTest, AFileThatChangedIsNotRead) {
    WorkerPool pool(test::fake_worker(), limits_, 1, stop_.get_token());
    const InputFile file = document("pages 1");
    folder_.document("x.pdf", "pages 1\npage 1 words iets anders");
    EXPECT_THAT(readings(pool, file), ElementsAre("unreadable"));
}

TEST_F(WorkerPoolTest, ADocumentMayNotChangeBetweenWorkers) {
    limits_.pages_per_process = 1;
    WorkerPool pool(test::fake_worker(), limits_, 1, stop_.get_token());
    EXPECT_THAT(readings(pool, document("open other-pages")), testing::Contains("worker_died"));
}

TEST_F(WorkerPoolTest, ServesManyThreads) {
    WorkerPool pool(test::fake_worker(), limits_, 2, stop_.get_token());
    std::vector<std::jthread> threads;
    std::vector<std::vector<std::string>> all(6);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const InputFile file = document("pages 5\npage 3 crash\npage 4 slow 5", "t" + std::to_string(i) + ".pdf");
        threads.emplace_back([&pool, &all, i, file] { all[i] = readings(pool, file); });
    }
    threads.clear();
    for (const auto& one : all) EXPECT_THAT(one, ElementsAre("read", "read", "worker_died", "read", "read"));
}

TEST_F(WorkerPoolTest, AStoppedRunEndsAtOnce) {
    limits_.page_deadline = 24h;
    WorkerPool pool(test::fake_worker(), limits_, 1, stop_.get_token());
    const std::filesystem::path hangs = folder_.path("hangs");
    const InputFile file = document("pages 3\npage 2 hang " + hangs.string());
    std::jthread stopper([&] {
        EXPECT_TRUE(test::eventually([&] { return std::filesystem::exists(hangs); }));
        stop_.request_stop();
    });
    EXPECT_THAT(readings(pool, file), ElementsAre("read", "cancelled", "cancelled"));
    EXPECT_EQ(pool.counts().started, 1) << "nothing is tried any more";
}

TEST_F(WorkerPoolTest, ChecksItsProgramBeforehand) {
    EXPECT_EQ(WorkerPool(test::fake_worker(), limits_, 1, stop_.get_token()).check().fault, "");
    EXPECT_NE(WorkerPool({"/bin/true", {}, -1}, limits_, 1, stop_.get_token()).check().fault, "");
    EXPECT_THAT(WorkerPool({"/nowhere", {}, -1}, limits_, 1, stop_.get_token()).check().fault, testing::HasSubstr("bestaat niet"));
}

}  // namespace planlezer
