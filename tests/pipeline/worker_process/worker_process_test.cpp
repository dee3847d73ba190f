#include "pipeline/worker_process/worker_process.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "tests/pipeline/support/fake_input.hpp"
#include "tests/pipeline/support/wait.hpp"

namespace planlezer {

namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t plenty = std::uint64_t{4} << 30U;  // bytes

class WorkerProcessTest : public testing::Test {
  protected:
    WorkerAnswer open(WorkerProcess& worker, std::string_view script) {
        const InputFile file = test::fake_input(folder_, "x.pdf", script);
        const FileDescriptor descriptor = open_input(file);
        return worker.ask(wire::OpenRequest{}, descriptor.get(), 10s, plenty, {});
    }
    WorkerAnswer page(WorkerProcess& worker, std::uint32_t number, std::chrono::milliseconds deadline = 10s, std::uint64_t bytes = plenty) {
        return worker.ask(wire::PageRequest{number, false}, -1, deadline, bytes, stop_.get_token());
    }
    /// What comes of asking for page 1 of a document that says what to do with it.
    WorkerAnswer deed(const std::string& deed, std::chrono::milliseconds deadline = 10s, std::uint64_t bytes = plenty) {
        WorkerProcess worker(test::fake_worker());
        EXPECT_TRUE(std::holds_alternative<wire::Reply>(open(worker, "pages 2\npage 1 " + deed + "\n")));
        return page(worker, 1, deadline, bytes);
    }
    static testing::Matcher<WorkerAnswer> faults_as(WorkerFault fault) {
        return testing::VariantWith<WorkerFault>(fault);
    }

    test::Folder folder_;
    std::stop_source stop_;
};

int open_descriptors() {
    return static_cast<int>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator()));
}

}  // namespace

TEST_F(WorkerProcessTest, ReadsADocumentPageByPage) {
    WorkerProcess worker(test::fake_worker());
    const WorkerAnswer opened = open(worker, "pages 3\npage 2 words bouwhoogte 10 m\n");
    ASSERT_THAT(opened, testing::VariantWith<wire::Reply>(testing::VariantWith<wire::DocumentInfo>(wire::DocumentInfo{"application/pdf", 3, false})));
    const WorkerAnswer read = page(worker, 2);
    ASSERT_TRUE(std::holds_alternative<wire::Reply>(read));
    EXPECT_EQ(std::get<TextPage>(std::get<wire::Reply>(read)).words.at(2).text, "m");
}

TEST_F(WorkerProcessTest, SeesADeath) {
    EXPECT_THAT(deed("crash"), faults_as(WorkerFault::died));
    EXPECT_THAT(deed("exit"), faults_as(WorkerFault::died));
    EXPECT_THAT(deed("short"), faults_as(WorkerFault::died));
}

TEST_F(WorkerProcessTest, SeesALie) {
    for (const char* lie : {"garbage", "huge", "wrong", "page-off", "count"}) EXPECT_THAT(deed(lie), faults_as(WorkerFault::lied)) << lie;
}

TEST_F(WorkerProcessTest, SeesAReplyNobodyAskedFor) {
    WorkerProcess worker(test::fake_worker());
    ASSERT_TRUE(std::holds_alternative<wire::Reply>(open(worker, "pages 2\npage 1 unasked\n")));
    EXPECT_TRUE(std::holds_alternative<wire::Reply>(page(worker, 1)));
    EXPECT_THAT(page(worker, 2), faults_as(WorkerFault::lied));
}

TEST_F(WorkerProcessTest, EndsWaitingAtTheDeadline) { EXPECT_THAT(deed("hang", 300ms), faults_as(WorkerFault::timed_out)); }

TEST_F(WorkerProcessTest, SeesItGrow) { EXPECT_THAT(deed("grow", 30s, std::uint64_t{150} << 20U), faults_as(WorkerFault::too_large)); }

TEST_F(WorkerProcessTest, StopsWhenTheRunIsStopped) {
    const std::filesystem::path hangs = folder_.path("hangs");
    std::jthread stopper([&] {
        EXPECT_TRUE(test::eventually([&] { return std::filesystem::exists(hangs); }));
        stop_.request_stop();
    });
    EXPECT_THAT(deed("hang " + hangs.string(), 24h), faults_as(WorkerFault::stopped));
}

TEST_F(WorkerProcessTest, PassesOnAFailureAsSuch) {
    const WorkerAnswer answer = deed("encrypted");
    ASSERT_TRUE(std::holds_alternative<wire::Reply>(answer));
    EXPECT_EQ(std::get<Failure>(std::get<wire::Reply>(answer)).kind, FailureKind::encrypted);
}

TEST_F(WorkerProcessTest, LeavesNoProcessAndNoDescriptorBehind) {
    const int before = open_descriptors();
    pid_t pid = 0;
    for (const char* what : {"hang", "crash", "garbage"}) {
        WorkerProcess worker(test::fake_worker());
        pid = worker.pid();
        ASSERT_TRUE(std::holds_alternative<wire::Reply>(open(worker, std::string("page 1 ") + what + "\n")));
        EXPECT_TRUE(std::holds_alternative<WorkerFault>(page(worker, 1, 200ms)));
    }
    EXPECT_EQ(kill(pid, 0), -1) << "the process is gone and reaped";
    EXPECT_EQ(open_descriptors(), before);
}

TEST_F(WorkerProcessTest, GivesTheWorkerNothingButItsSocketAndItsEnvironment) {
    setenv("PLANLEZER_TEST_SECRET", "secret", 1);
    const FileDescriptor leaked(::open("/dev/null", O_RDONLY));  // on purpose without O_CLOEXEC
    WorkerProcess worker(test::fake_worker());
    ASSERT_TRUE(std::holds_alternative<wire::Reply>(open(worker, "pages 1"))) << "it has fully started";
    const std::string process = "/proc/" + std::to_string(worker.pid());
    std::vector<int> descriptors;
    for (const auto& entry : std::filesystem::directory_iterator(process + "/fd")) descriptors.push_back(std::stoi(entry.path().filename()));
    EXPECT_THAT(descriptors, testing::UnorderedElementsAre(0, 1, 2, 3));
    const std::string environment = test::read_text(process + "/environ");
    EXPECT_THAT(environment, testing::HasSubstr("OMP_THREAD_LIMIT=1"));
    EXPECT_THAT(environment, testing::Not(testing::HasSubstr("secret")));
    EXPECT_EQ(getpgid(worker.pid()), worker.pid()) << "a Ctrl-C in the terminal is main's to hear";
    EXPECT_GT(worker.resident_bytes(), 0U);
}

TEST(WorkerProcessStart, OfAProgramThatIsNotThereThrows) {
    EXPECT_THROW(WorkerProcess({"/nowhere/planlezer-worker", {}, -1}), std::system_error);
}

}  // namespace planlezer
